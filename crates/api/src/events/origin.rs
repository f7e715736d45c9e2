//! Where a request comes from: the caller's address and browser, for the events it records.

use crate::context::Context;
use actix_web::Error;
use actix_web::body::MessageBody;
use actix_web::dev::{ServiceRequest, ServiceResponse};
use actix_web::http::header::{HeaderMap, USER_AGENT};
use actix_web::middleware::Next;
use actix_web::web::Data;
use ipnet::IpNet;
use std::net::IpAddr;

/// Characters of a user agent that are kept.
const USER_AGENT_LENGTH: usize = 160;

tokio::task_local! {
    static ORIGIN: Origin;
}

/// Where a request comes from.
#[derive(Clone, Debug, Default)]
pub struct Origin {
    /// The caller's address.
    pub address: Option<String>,
    /// What the caller calls itself, shortened.
    pub user_agent: Option<String>,
}

/// The origin of the request at work; none in a job or at the command line.
pub fn origin() -> Option<Origin> {
    ORIGIN.try_with(Clone::clone).ok()
}

/// Notes where each request comes from.
pub async fn note_origin(
    request: ServiceRequest,
    next: Next<impl MessageBody>,
) -> Result<ServiceResponse<impl MessageBody>, Error> {
    let proxies = request
        .app_data::<Data<Context>>()
        .map_or(&[][..], |ctx| &ctx.config.server.trusted_proxies);
    let peer = request.peer_addr().map(|peer| peer.ip());
    let origin = Origin {
        address: peer.map(|peer| address(peer, request.headers(), proxies).to_string()),
        user_agent: user_agent(request.headers()),
    };
    ORIGIN.scope(origin, next.call(request)).await
}

/// The address that spoke to us or to the outermost proxy we trust. Whatever stands further left in
/// `X-Forwarded-For` is the caller's own claim.
fn address(peer: IpAddr, headers: &HeaderMap, proxies: &[IpNet]) -> IpAddr {
    let trusted = |ip: IpAddr| proxies.iter().any(|net| net.contains(&ip));
    let mut known = peer.to_canonical();
    let lines: Vec<&str> = headers
        .get_all("x-forwarded-for")
        .filter_map(|line| line.to_str().ok())
        .collect();
    let hops = lines.iter().rev().flat_map(|line| line.rsplit(','));
    for hop in hops {
        let Some(ip) = trusted(known).then(|| hop.trim().parse().ok()).flatten() else {
            break;
        };
        known = IpAddr::to_canonical(&ip);
    }
    known
}

fn user_agent(headers: &HeaderMap) -> Option<String> {
    let text = headers.get(USER_AGENT)?.to_str().ok()?;
    let kept: String = text.chars().take(USER_AGENT_LENGTH).collect();
    Some(kept.trim().to_owned()).filter(|kept| !kept.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use actix_web::http::header::{HeaderName, HeaderValue};

    fn headers(lines: &[&'static str]) -> HeaderMap {
        let mut headers = HeaderMap::new();
        for line in lines {
            headers.append(
                HeaderName::from_static("x-forwarded-for"),
                HeaderValue::from_static(line),
            );
        }
        headers
    }

    #[test]
    fn ob_01_only_trusted_proxies_say_where_a_request_comes_from() {
        let proxies: Vec<IpNet> = vec!["10.0.0.0/8".parse().expect("a net")];
        for (peer, lines, wanted) in [
            ("203.0.113.9", &["198.51.100.1"][..], "203.0.113.9"),
            ("10.0.0.1", &["198.51.100.1"], "198.51.100.1"),
            ("10.0.0.1", &["1.1.1.1, 198.51.100.1"], "198.51.100.1"),
            (
                "10.0.0.1",
                &["1.1.1.1", "198.51.100.1, 10.0.0.2"],
                "198.51.100.1",
            ),
            ("10.0.0.1", &["1.1.1.1, nonsense"], "10.0.0.1"),
            ("10.0.0.1", &[], "10.0.0.1"),
            ("::ffff:203.0.113.9", &[], "203.0.113.9"),
        ] {
            let peer = peer.parse().expect("an address");
            let found = address(peer, &headers(lines), &proxies);
            assert_eq!(found.to_string(), wanted, "{peer} {lines:?}");
        }
    }

    #[test]
    fn ob_01_a_user_agent_is_shortened() {
        let mut headers = HeaderMap::new();
        assert_eq!(user_agent(&headers), None);
        headers.insert(USER_AGENT, HeaderValue::from_static("  curl/8 "));
        assert_eq!(user_agent(&headers).as_deref(), Some("curl/8"));
        let long = "x".repeat(5_000);
        headers.insert(USER_AGENT, HeaderValue::from_str(&long).expect("a value"));
        assert_eq!(user_agent(&headers).map(|kept| kept.len()), Some(160));
    }
}
