//! What a request comes from: the browser as it names itself, and the address.

use crate::context::Context;
use actix_web::http::header::{HeaderMap, USER_AGENT};
use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use ipnet::IpNet;
use std::convert::Infallible;
use std::future::{Ready, ready};
use std::net::IpAddr;

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
        let trusted = request
            .app_data::<Data<Context>>()
            .map_or(&[][..], |ctx| &ctx.config.server.trusted_proxies);
        let peer = request.peer_addr().map(|peer| peer.ip());
        let address = peer.map(|peer| behind(peer, request.headers(), trusted).to_string());
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

/// The last address on the way that is no proxy of ours. Whatever stands before it anyone could write.
fn behind(peer: IpAddr, headers: &HeaderMap, trusted: &[IpNet]) -> IpAddr {
    let ours = |address: &IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut last = peer.to_canonical();
    let lines: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .filter_map(|value| value.to_str().ok())
        .collect();
    for hop in lines.join(",").rsplit(',') {
        let Ok(hop) = hop.trim().parse::<IpAddr>() else {
            break;
        };
        if !ours(&last) {
            break;
        }
        last = hop.to_canonical();
    }
    last
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    #[test]
    fn h8_only_proxies_of_ours_say_whom_they_speak_for() {
        let trusted: Vec<IpNet> = ["10.0.0.0/8", "::1/128"]
            .iter()
            .map(|text| text.parse().unwrap())
            .collect();
        for (peer, header, wanted) in [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
            (
                "10.0.0.1",
                "1.2.3.4, 198.51.100.1, 10.2.3.4",
                "198.51.100.1",
            ),
            ("10.0.0.1", "1.2.3.4, nonsense", "10.0.0.1"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("::1", "2001:db8::7", "2001:db8::7"),
            ("::ffff:10.0.0.1", "::ffff:198.51.100.1", "198.51.100.1"),
        ] {
            let mut headers = HeaderMap::new();
            headers.append(
                HeaderName::from_static("x-forwarded-for"),
                HeaderValue::from_static(header),
            );
            let found = behind(peer.parse().unwrap(), &headers, &trusted);
            assert_eq!(found.to_string(), wanted, "{peer} {header}");
        }
    }
}
