//! What a request comes from: the browser as it names itself, and the address.

use crate::events;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::convert::Infallible;
use std::future::{Ready, ready};

/// What a request comes from, as its events say it too.
#[derive(Clone, Debug)]
pub struct Device {
    /// The address; that behind the proxies we trust.
    pub address: Option<String>,
    /// The `User-Agent`, shortened.
    pub user_agent: Option<String>,
}

impl FromRequest for Device {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(_: &HttpRequest, _: &mut Payload) -> Self::Future {
        let events::Origin {
            address,
            user_agent,
        } = events::origin().unwrap_or_default();
        ready(Ok(Self {
            address,
            user_agent,
        }))
    }
}
