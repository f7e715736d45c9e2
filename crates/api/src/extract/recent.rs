//! What needs that who one is was proved a short while ago: whoever finds a browser open cannot do it.

use super::Requires;
use super::signed_in::{May, SignedIn};
use crate::context::Context;
use crate::refusal::Refusal;
use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use chrono::{DateTime, Duration, Utc};
use gangway_domain::problem::ProblemCode;
use std::future::{Ready, ready};

/// How long a proof stands. Signing in is one too.
const RECENT: Duration = Duration::minutes(10);

/// The same caller, whose proof of who they are is recent.
pub struct Recent<T>(pub T);

/// Somebody who proved who they are.
pub trait Proven {
    /// When; none where nobody did.
    fn proven_at(&self) -> Option<DateTime<Utc>>;
}

impl Proven for SignedIn {
    fn proven_at(&self) -> Option<DateTime<Utc>> {
        self.proven_at
    }
}

impl<P: Requires> Proven for May<P> {
    fn proven_at(&self) -> Option<DateTime<Utc>> {
        self.0.proven_at
    }
}

impl<T> FromRequest for Recent<T>
where
    T: Proven + FromRequest<Error = Refusal, Future = Ready<Result<T, Refusal>>>,
{
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, payload: &mut Payload) -> Self::Future {
        let found = T::from_request(request, payload).into_inner();
        ready(found.and_then(|caller| check(request, caller)))
    }
}

fn check<T: Proven>(request: &HttpRequest, caller: T) -> Result<Recent<T>, Refusal> {
    let now = request.app_data::<Data<Context>>().map(|ctx| ctx.now());
    let recent = match (now, caller.proven_at()) {
        (Some(now), Some(at)) => now < at + RECENT,
        _ => false,
    };
    if recent {
        return Ok(Recent(caller));
    }
    Err(Refusal::new(
        ProblemCode::ReauthRequired,
        "Enter your password again, then repeat this.",
    ))
}
