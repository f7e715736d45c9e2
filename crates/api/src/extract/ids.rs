//! Ids in a path. A text that is no id is answered like an id that is not there.

use crate::refusal::Refusal;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::future::{Ready, ready};
use std::str::FromStr;

/// The id in a path with one parameter, or the first of several.
pub struct PathId<T>(pub T);

/// The two ids in a path, in order.
pub struct PathIds<A, B>(pub A, pub B);

impl<T: FromStr + 'static> FromRequest for PathId<T> {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(nth(request, 0).map(Self))
    }
}

impl<A: FromStr + 'static, B: FromStr + 'static> FromRequest for PathIds<A, B> {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(nth(request, 0).and_then(|a| Ok(Self(a, nth(request, 1)?))))
    }
}

fn nth<T: FromStr>(request: &HttpRequest, index: usize) -> Result<T, Refusal> {
    request
        .match_info()
        .iter()
        .nth(index)
        .and_then(|(_, text)| text.parse().ok())
        .ok_or_else(Refusal::not_found)
}
