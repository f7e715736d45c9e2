//! What a request comes from: the browser as it names itself, and the address.

use crate::limits::CallerAddress;
use actix_web::http::header::USER_AGENT;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use std::convert::Infallible;
use std::future::{Ready, ready};

/// Characters of a user agent that are kept.
const KEPT: usize = 250;

/// What a request comes from.
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

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let address = Some(CallerAddress::of(request).to_string());
        let user_agent = request
            .headers()
            .get(USER_AGENT)
            .map(|value| String::from_utf8_lossy(value.as_bytes()))
            .map(|text| {
                text.chars()
                    .filter(|c| !c.is_control())
                    .take(KEPT)
                    .collect()
            });
        ready(Ok(Self {
            address,
            user_agent,
        }))
    }
}
