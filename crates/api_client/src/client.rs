use crate::answer::Answer;
use crate::call::Call;
use crate::exchange::Exchange;
use crate::failure::Failure;
use crate::refresh::SignedIn;
use crate::transport::{Chunks, NoAnswer, Request, Transport};
use gangway_domain::problem::ProblemCode;
use std::fmt;
use std::sync::Arc;

type Observer = dyn Fn(&Exchange) + Send + Sync;
type SignedOut = dyn Fn() + Send + Sync;

/// Asks the person to prove who they are; true once they have.
#[cfg(not(target_arch = "wasm32"))]
type Proving = futures_util::future::BoxFuture<'static, bool>;
#[cfg(target_arch = "wasm32")]
type Proving = futures_util::future::LocalBoxFuture<'static, bool>;
type Prove = dyn Fn() -> Proving + Send + Sync;

/// A client of one Gangway server. Clones share the sign-in.
#[derive(Clone)]
pub struct Client {
    base: Arc<str>,
    transport: Transport,
    extra: Vec<(&'static str, String)>,
    pub(crate) signed_in: Arc<SignedIn>,
    observer: Option<Arc<Observer>>,
    pub(crate) signed_out: Option<Arc<SignedOut>>,
    prove: Option<Arc<Prove>>,
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client")
            .field("base", &self.base)
            .finish_non_exhaustive()
    }
}

impl Client {
    /// A client of the server at `base`, such as `http://localhost:8080`.
    pub fn new(base: &str) -> Self {
        Self {
            base: base.trim_end_matches('/').into(),
            transport: Transport::new(),
            extra: Vec::new(),
            signed_in: Arc::default(),
            observer: None,
            signed_out: None,
            prove: None,
        }
    }

    /// Shows every exchange to `observer`.
    #[must_use]
    pub fn observed(mut self, observer: impl Fn(&Exchange) + Send + Sync + 'static) -> Self {
        self.observer = Some(Arc::new(observer));
        self
    }

    /// Calls `signed_out` when the server no longer knows the sign-in.
    #[must_use]
    pub fn when_signed_out(mut self, signed_out: impl Fn() + Send + Sync + 'static) -> Self {
        self.signed_out = Some(Arc::new(signed_out));
        self
    }

    /// Asks by `prove` where the server wants a recent proof of who one is; once it was given, the
    /// request is made again.
    #[must_use]
    pub fn proven_by(mut self, prove: impl Fn() -> Proving + Send + Sync + 'static) -> Self {
        self.prove = Some(Arc::new(prove));
        self
    }

    /// Sends a header with every request.
    #[must_use]
    pub fn with_header(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.extra.push((name, value.into()));
        self
    }

    /// The cookies kept, as a `Cookie` header; only natively.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn cookies(&self) -> Option<String> {
        self.transport.cookies.header()
    }

    /// Keeps a cookie, written as in `Set-Cookie`; only natively.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn take_cookie(&self, header: &str) {
        self.transport.cookies.take(header);
    }

    /// Sends a call and answers what the server agreed to. A sign-in that ran out is refreshed once, and
    /// who one is is proved again once where that is wanted.
    pub async fn send(&self, call: Call) -> Result<Answer, Failure> {
        let answer = self.send_signed_in(&call).await;
        match (answer, &self.prove) {
            (Err(failure), Some(prove)) if failure.is(ProblemCode::ReauthRequired) => {
                if prove().await {
                    return self.send_signed_in(&call).await;
                }
                Err(failure)
            }
            (answer, _) => answer,
        }
    }

    async fn send_signed_in(&self, call: &Call) -> Result<Answer, Failure> {
        let token = self.access_token();
        let first = self.exchange(call, token.as_deref()).await?.accepted();
        let Err(failure) = first else { return first };
        if !call.needs_sign_in() || !failure.is(ProblemCode::NotSignedIn) {
            return Err(failure);
        }
        self.refresh_after(token, failure).await?;
        self.exchange(call, self.access_token().as_deref())
            .await?
            .accepted()
    }

    /// Sends a call once and answers whatever comes, refusals too.
    pub async fn exchange(&self, call: &Call, token: Option<&str>) -> Result<Answer, Failure> {
        let address = call.address();
        let url = format!("{}{address}", self.base);
        let headers = self.headers(call, token);
        let answer = self
            .transport
            .send(request(call, &url, &headers))
            .await
            .map_err(|NoAnswer| Failure::Unreachable)?;
        if let Some(observer) = &self.observer {
            observer(&Exchange {
                operation: call.operation,
                method: call.method.to_string(),
                template: call.template,
                path: address,
                request_body: call.body.clone(),
                status: answer.status,
                headers: answer.headers.clone(),
                body: answer.body.clone(),
            });
        }
        Ok(answer)
    }

    /// Sends a call whose answer goes on, and gives that once the server agreed.
    pub(crate) async fn open(&self, call: &Call, token: Option<&str>) -> Result<Chunks, Failure> {
        let url = format!("{}{}", self.base, call.address());
        let headers = self.headers(call, token);
        let opened = self.transport.open(request(call, &url, &headers)).await;
        match opened.map_err(|NoAnswer| Failure::Unreachable)? {
            Ok(chunks) => Ok(chunks),
            Err(answer) => match answer.accepted() {
                Ok(_) => Err(Failure::Unreachable),
                Err(failure) => Err(failure),
            },
        }
    }

    fn headers(&self, call: &Call, token: Option<&str>) -> Vec<(&'static str, String)> {
        let bearer = token
            .filter(|_| call.needs_sign_in())
            .map(|token| ("authorization", format!("Bearer {token}")));
        let known = self.extra.iter().chain(&call.headers).cloned();
        known.chain(bearer).collect()
    }
}

fn request<'a>(call: &'a Call, url: &'a str, headers: &'a [(&'static str, String)]) -> Request<'a> {
    let headers = headers.iter().map(|(name, value)| (*name, value.as_str()));
    Request {
        method: &call.method,
        url,
        headers: headers.collect(),
        body: call
            .file
            .as_deref()
            .or(call.body.as_deref().map(str::as_bytes)),
        watch: call.watch.as_ref(),
    }
}
