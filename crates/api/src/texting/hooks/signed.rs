//! A request that really comes from the provider, about a number of ours.

use crate::context::Context;
use crate::db::whose;
use crate::refusal::Refusal;
use crate::texting::conversations;
use actix_web::HttpRequest;
use actix_web::http::header::CONTENT_TYPE;
use actix_web::web::Payload;
use gangway_domain::ids::{NumberOrderId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::SmsNumberState;
use gangway_entities::finders::order_behind_hook;
use gangway_entities::number_order::Model;
use gangway_twilio::signature::{Body, HEADER, Received, verify};

/// Bytes of a body at most.
const LONGEST: usize = 64 * 1024;

/// What such a request says.
pub struct Signed {
    /// The order of the number it is about.
    pub order: Model,
    params: Vec<(String, String)>,
}

impl Signed {
    /// Checks a request: the header, the signature, the account, and the number its address names.
    pub async fn of(
        ctx: &Context,
        request: &HttpRequest,
        payload: Payload,
    ) -> Result<Self, Refusal> {
        let signature = request.headers().get(HEADER);
        let signature = signature.and_then(|value| value.to_str().ok());
        let account = ctx.config.twilio.account.as_ref();
        let (Some(signature), Some(account)) = (signature, account) else {
            return Err(refused());
        };
        let bytes = match payload.to_bytes_limited(LONGEST).await {
            Ok(Ok(bytes)) => bytes,
            Ok(Err(_)) => {
                let words = "The body ended early.";
                return Err(Refusal::new(ProblemCode::UnreadableBody, words));
            }
            Err(_) => return Err(Refusal::new(ProblemCode::TooLarge, "Send at most 64 kB.")),
        };
        let kind = request.headers().get(CONTENT_TYPE);
        let kind = kind.and_then(|value| value.to_str().ok());
        let body = Body::of(request.method().as_str(), kind, &bytes);
        let received = Received {
            url: &address(ctx, request),
            signature: Some(signature),
            body,
        };
        if !verify(std::slice::from_ref(&account.auth_token), &received) {
            return Err(refused());
        }
        let params = body.params();
        if value(&params, "AccountSid") != Some(account.sid.as_str()) {
            return Err(refused());
        }
        let order = order(ctx, request).await?;
        let signed = Self { order, params };
        signed.refuse_another_service(ctx)?;
        Ok(signed)
    }

    /// A parameter that is there and not empty.
    pub fn get(&self, name: &str) -> Option<&str> {
        value(&self.params, name).filter(|value| !value.is_empty())
    }

    /// The number that the parameter names: the order's, or one that the client had before and has talked
    /// with customers from. What they answer there is not lost, nor how far the last texts from it are.
    pub async fn require_number(&self, ctx: &Context, name: &str) -> Result<&str, Refusal> {
        let named = self.get(name).ok_or_else(refused)?;
        if self.order.phone_number.as_deref() == Some(named) {
            return Ok(named);
        }
        let (partner, client) = (self.order.partner_id.into(), self.order.client_id.into());
        let had = conversations::are_with(ctx.db.reader(), partner, client, named).await?;
        had.then_some(named).ok_or_else(refused)
    }

    /// A text that came by another Messaging Service is not ours to take.
    fn refuse_another_service(&self, ctx: &Context) -> Result<(), Refusal> {
        let ours = ctx.config.twilio.messaging_service.as_deref();
        match (ours, self.get("MessagingServiceSid")) {
            (Some(ours), Some(other)) if ours != other => Err(refused()),
            _ => Ok(()),
        }
    }
}

/// The same whatever is wrong.
pub fn refused() -> Refusal {
    Refusal::new(ProblemCode::Forbidden, "This request is not signed for us.")
}

/// Our configured address with path and query as they came; nothing the caller says of our host counts.
fn address(ctx: &Context, request: &HttpRequest) -> String {
    let uri = request.uri();
    let rest = uri
        .path_and_query()
        .map_or(uri.path(), |rest| rest.as_str());
    ctx.config.server.url(rest)
}

/// The order that the address names, with a number that is the client's.
async fn order(ctx: &Context, request: &HttpRequest) -> Result<Model, Refusal> {
    let key = request.match_info().get("hook_key");
    let key: NumberOrderId = key.and_then(|key| key.parse().ok()).ok_or_else(refused)?;
    let found = order_behind_hook(key).one(ctx.db.reader()).await?;
    let order = found
        .filter(|order| super::super::store::state_of(order) == SmsNumberState::Assigned)
        .ok_or_else(refused)?;
    whose::only(PartnerId(order.partner_id));
    Ok(order)
}

fn value<'a>(params: &'a [(String, String)], name: &str) -> Option<&'a str> {
    let found = params.iter().find(|(known, _)| known == name);
    found.map(|(_, value)| value.as_str())
}
