use crate::answer::Answer;
use crate::call::Call;
use crate::client::Client;
use crate::failure::Failure;
use crate::opened::Opened;
use futures_util::lock::Mutex as AsyncMutex;
use gangway_domain::ids::PlaceId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{RefreshSession, Session};
use std::sync::Mutex;

/// The sign-in, in memory only.
#[derive(Default)]
pub(crate) struct SignedIn {
    session: Mutex<Option<(String, Option<PlaceId>)>>,
    refreshing: AsyncMutex<()>,
}

impl Client {
    /// The access token, while signed in.
    pub fn access_token(&self) -> Option<String> {
        self.signed_in
            .session
            .lock()
            .ok()?
            .as_ref()
            .map(|(token, _)| token.clone())
    }

    /// Acts with this access token from now on.
    pub fn use_access_token(&self, token: impl Into<String>) {
        self.keep(Some((token.into(), None)));
    }

    /// Forgets the access token; the refresh cookie stays.
    pub fn forget(&self) {
        self.keep(None);
    }

    pub(crate) fn signed_in_by(&self, session: Session) -> Session {
        self.keep(Some((session.access_token.clone(), session.me.place_id)));
        session
    }

    /// Keeps the session of an answer to a password, unless a code is still wanted.
    pub(crate) fn opened_by(&self, answer: Answer) -> Result<Opened, Failure> {
        if answer.status == 202 {
            return answer.read().map(Opened::CodeNeeded);
        }
        let session = self.signed_in_by(answer.read()?);
        Ok(Opened::Session(Box::new(session)))
    }

    fn keep(&self, session: Option<(String, Option<PlaceId>)>) {
        if let Ok(mut kept) = self.signed_in.session.lock() {
            *kept = session;
        }
    }

    /// Asks for a fresh access token. Requests made at the same time wait for each other, so that
    /// a rotated refresh token is never used twice.
    pub async fn refresh_session(&self, refresh: &RefreshSession) -> Result<Session, Failure> {
        let _turn = self.signed_in.refreshing.lock().await;
        self.refresh_now(refresh).await
    }

    /// Refreshes unless another request did meanwhile; `token` is the one that was refused, with
    /// `refusal`. Where the place itself is gone, the refusal stands: the request must not be made
    /// again in another place.
    pub(crate) async fn refresh_after(
        &self,
        token: Option<String>,
        refusal: Failure,
    ) -> Result<(), Failure> {
        let _turn = self.signed_in.refreshing.lock().await;
        if self.access_token() != token {
            return Ok(());
        }
        let place_id = self.place_id();
        match self.refresh_now(&RefreshSession { place_id }).await {
            Ok(_) => Ok(()),
            Err(failure) if failure.is(ProblemCode::NotFound) => {
                self.sign_in_ended();
                Err(refusal)
            }
            Err(failure) => Err(failure),
        }
    }

    fn sign_in_ended(&self) {
        self.forget();
        if let Some(signed_out) = &self.signed_out {
            signed_out();
        }
    }

    fn place_id(&self) -> Option<PlaceId> {
        self.signed_in
            .session
            .lock()
            .ok()?
            .as_ref()
            .and_then(|(_, place_id)| *place_id)
    }

    async fn refresh_now(&self, refresh: &RefreshSession) -> Result<Session, Failure> {
        let call = Call::post("refresh_session", "/public/v1/sessions/refresh").json(refresh);
        let refreshed = self.send_public(call).await;
        if let Err(failure) = &refreshed
            && failure.is(ProblemCode::NotSignedIn)
        {
            self.sign_in_ended();
        }
        Ok(self.signed_in_by(refreshed?.read()?))
    }

    async fn send_public(&self, call: Call) -> Result<crate::answer::Answer, Failure> {
        self.exchange(&call, None).await?.accepted()
    }
}
