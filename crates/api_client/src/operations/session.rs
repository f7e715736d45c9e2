use crate::{Call, Client, Failure, IdempotencyKey, List, Opened};
use gangway_domain::ids::SessionId;
use gangway_domain::wire::{
    Accepted, ConfirmPasswordReset, Me, OpenSession, Page, PublicSettings, RequestPasswordReset,
    Session, SignIn, Token,
};

impl Client {
    /// Signs in by email and password.
    pub async fn sign_in(&self, body: &SignIn) -> Result<Opened, Failure> {
        let call = Call::post("sign_in", "/public/v1/sessions").json(body);
        self.opened_by(self.send(call).await?)
    }

    /// Ends the session, here and at the server.
    pub async fn sign_out(&self) -> Result<(), Failure> {
        let call = Call::post("sign_out", "/public/v1/sessions/sign-out");
        self.send(call).await?;
        self.forget();
        Ok(())
    }

    /// Mails a link to set a new password; the answer is the same for every address.
    pub async fn request_password_reset(
        &self,
        body: &RequestPasswordReset,
        key: &IdempotencyKey,
    ) -> Result<Accepted, Failure> {
        let call = Call::post("request_password_reset", "/public/v1/password-resets");
        self.send(call.json(body).key(key)).await?.read()
    }

    /// Sets a new password by the mailed link.
    pub async fn confirm_password_reset(&self, body: &ConfirmPasswordReset) -> Result<(), Failure> {
        let call = Call::post(
            "confirm_password_reset",
            "/public/v1/password-resets/confirm",
        );
        self.send(call.json(body)).await.map(|_| ())
    }

    /// What the sign-in page needs to know about this installation.
    pub async fn read_public_settings(&self) -> Result<PublicSettings, Failure> {
        self.send(Call::get("read_public_settings", "/public/v1/settings"))
            .await?
            .read()
    }

    /// Who is signed in, and where.
    pub async fn read_me(&self) -> Result<Me, Failure> {
        self.send(Call::get("read_me", "/api/v1/me")).await?.read()
    }

    /// Where one is signed in.
    pub async fn list_my_sessions(&self, list: List) -> Result<Page<OpenSession>, Failure> {
        self.send(Call::get("list_my_sessions", "/api/v1/me/sessions").list(list))
            .await?
            .read()
    }

    /// Ends one of one's own sessions.
    pub async fn end_session(&self, id: SessionId) -> Result<(), Failure> {
        let call = Call::post("end_session", "/api/v1/me/sessions/{id}/end");
        self.send(call.with(id)).await.map(|_| ())
    }

    /// Ends all of one's own sessions but this one.
    pub async fn end_other_sessions(&self) -> Result<(), Failure> {
        let call = Call::post("end_other_sessions", "/api/v1/me/sessions/end-others");
        self.send(call).await.map(|_| ())
    }

    /// Accepts an invitation with the account one is signed in to, and acts at its place from now on.
    pub async fn accept_invite_as_me(&self, body: &Token) -> Result<Session, Failure> {
        let call = Call::post("accept_invite_as_me", "/api/v1/me/invites/accept").json(body);
        Ok(self.signed_in_by(self.send(call).await?.read()?))
    }
}
