//! What every request passes: an id, the access log, security headers, and a net under panics.

mod access_log;
mod request_id;
mod security_headers;
mod slow_body;

#[cfg(test)]
mod tests;

use std::{
    future::{Ready, ready},
    panic::AssertUnwindSafe,
    rc::Rc,
    task,
};

use access_log::Seen;
use actix_web::{
    Error, HttpMessage as _, HttpResponse, ResponseError as _,
    body::MessageBody,
    dev::{Service, ServiceRequest, ServiceResponse, Transform},
    error::InternalError,
    http::header::{HeaderMap, HeaderName, HeaderValue},
};
use futures_util::{FutureExt as _, future::LocalBoxFuture};
use gangway_domain::problem::ProblemCode;
pub use request_id::RequestId;
pub use slow_body::Answer;
use tracing::Instrument as _;

use crate::{
    config::Config,
    limits::CallerAddress,
    refusal::{REFERENCE, Refusal},
    telemetry::{self, metrics},
};

/// The outermost middleware: wrap it last.
#[derive(Clone, Copy, Debug)]
pub struct Door {
    https: bool,
}

impl Door {
    pub fn new(config: &Config) -> Self {
        Self {
            https: config.server.is_https(),
        }
    }
}

impl<S, B> Transform<S, ServiceRequest> for Door
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<Answer<B>>;
    type Error = Error;
    type Transform = DoorService<S>;
    type InitError = ();
    type Future = Ready<Result<Self::Transform, Self::InitError>>;

    fn new_transform(&self, service: S) -> Self::Future {
        ready(Ok(DoorService {
            service: Rc::new(service),
            https: self.https,
        }))
    }
}

/// [`Door`] in front of one worker's routes.
#[derive(Debug)]
pub struct DoorService<S> {
    service: Rc<S>,
    https: bool,
}

impl<S, B> Service<ServiceRequest> for DoorService<S>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error> + 'static,
    B: MessageBody + 'static,
{
    type Response = ServiceResponse<Answer<B>>;
    type Error = Error;
    type Future = LocalBoxFuture<'static, Result<Self::Response, Self::Error>>;

    fn poll_ready(&self, cx: &mut task::Context<'_>) -> task::Poll<Result<(), Self::Error>> {
        self.service.poll_ready(cx)
    }

    fn call(&self, request: ServiceRequest) -> Self::Future {
        let (service, https) = (Rc::clone(&self.service), self.https);
        let id = request_id::of(request.headers());
        let span = telemetry::request_span(&id, CallerAddress::of(request.request()));
        let answer = answer(service, request, id.clone(), https).instrument(span);
        REFERENCE.scope(id, answer).boxed_local()
    }
}

async fn answer<S, B>(
    service: Rc<S>,
    request: ServiceRequest,
    id: String,
    https: bool,
) -> Result<ServiceResponse<Answer<B>>, Error>
where
    S: Service<ServiceRequest, Response = ServiceResponse<B>, Error = Error>,
{
    request.extensions_mut().insert(RequestId(id.clone()));
    let seen = Seen::new(&request);
    if bytes(request.headers()) > MOST_HEADERS {
        seen.answered(431);
        return Err(refuse(too_many_headers(), &id, https));
    }
    let (request, unread) = slow_body::in_time(request);
    let answered = AssertUnwindSafe(async { service.call(request).await })
        .catch_unwind()
        .await;
    if let Some(unread) = &unread {
        unread.read_rest().await;
    }
    let failed = match answered {
        Ok(Ok(mut response)) => {
            seen.answered(response.status().as_u16());
            finish(response.headers_mut(), &id, https);
            return Ok(response.map_body(|_, body| Answer::new(body, unread)));
        }
        Ok(Err(error)) => error.error_response(),
        Err(_) => panicked(),
    };
    seen.answered(failed.status().as_u16());
    Err(refuse(failed, &id, https))
}

/// Bytes of a request's headers at most. How many headers it has is bounded by the server: 96.
const MOST_HEADERS: usize = 64 * 1024;

fn bytes(headers: &HeaderMap) -> usize {
    let length = |(name, value): (&HeaderName, &HeaderValue)| name.as_str().len() + value.len();
    headers.iter().map(length).sum()
}

/// As the server itself refuses too many headers: without a body.
fn too_many_headers() -> HttpResponse {
    let detail = "Send less than 64 kB of headers.";
    Refusal::new(ProblemCode::HeadersTooLarge, detail).error_response()
}

/// The person gets a reference and no detail; the panic itself is in the log.
fn panicked() -> HttpResponse {
    metrics::panicked("request");
    Refusal::internal(anyhow::anyhow!("a handler panicked")).error_response()
}

/// Without the request, which is gone, an answer can only travel inside an error.
fn refuse(mut response: HttpResponse, id: &str, https: bool) -> Error {
    finish(response.headers_mut(), id, https);
    InternalError::from_response("refused", response).into()
}

fn finish(headers: &mut HeaderMap, id: &str, https: bool) {
    if let Ok(id) = HeaderValue::from_str(id) {
        headers.insert(request_id::HEADER, id);
    }
    security_headers::add(headers, https);
}
