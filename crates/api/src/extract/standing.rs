//! What lets a caller in, kept for an answer that goes on: it is looked at again and again.

use super::caller::Caller;
use super::signed_in::{SignedIn, bearer};
use crate::api_keys;
use crate::context::Context;
use crate::refusal::Refusal;
use actix_web::dev::Payload;
use actix_web::{FromRequest, HttpRequest};
use std::future::{Ready, ready};

/// The token or key of a request.
pub struct Standing(String);

impl Standing {
    /// Who it stands for now. A look is no use of a session: whoever only listens is signed out when
    /// they would have been.
    pub async fn caller(&self, ctx: &Context) -> Result<Caller, Refusal> {
        if self.0.starts_with(api_keys::PREFIX) {
            return api_keys::caller(ctx, &self.0).await;
        }
        SignedIn::found(ctx, &self.0).await?.0.in_place()
    }
}

impl FromRequest for Standing {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let token = bearer(request).map(|token| Self(token.to_owned()));
        ready(token.ok_or_else(Refusal::not_signed_in))
    }
}
