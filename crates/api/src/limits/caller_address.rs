//! Where a request comes from: the one answer for limits and logs.

use crate::context::Context;
use actix_web::dev::Payload;
use actix_web::web::Data;
use actix_web::{FromRequest, HttpRequest};
use ipnet::IpNet;
use std::convert::Infallible;
use std::fmt;
use std::future::{Ready, ready};
use std::net::{IpAddr, Ipv4Addr, SocketAddr};

/// The address of the caller: the peer's, or where that is a trusted proxy, the nearest address in
/// `X-Forwarded-For` that is none. `Forwarded` and `X-Real-IP` are never read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CallerAddress(IpAddr);

impl CallerAddress {
    /// Of a request.
    pub fn of(request: &HttpRequest) -> Self {
        let peer = request
            .peer_addr()
            .map_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED), |peer| peer.ip());
        let proxies = request
            .app_data::<Data<Context>>()
            .map_or(&[][..], |ctx| &ctx.config.server.trusted_proxies);
        let forwarded: Vec<&str> = request
            .headers()
            .get_all("x-forwarded-for")
            .map(|value| value.to_str().unwrap_or_default())
            .collect();
        Self(behind(peer, &forwarded, proxies))
    }

    /// What limits count it under. Whoever has one address of IPv6 has its whole /64.
    pub fn subject(&self) -> String {
        match self.0 {
            IpAddr::V4(address) => address.to_string(),
            IpAddr::V6(address) => {
                let [a, b, c, d, ..] = address.segments();
                format!("{a:x}:{b:x}:{c:x}:{d:x}::/64")
            }
        }
    }
}

impl fmt::Display for CallerAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(f)
    }
}

impl FromRequest for CallerAddress {
    type Error = Infallible;
    type Future = Ready<Result<Self, Infallible>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(Ok(Self::of(request)))
    }
}

/// Each proxy adds on the right whom it saw; what stands left of a stranger is the stranger's word.
fn behind(peer: IpAddr, forwarded: &[&str], proxies: &[IpNet]) -> IpAddr {
    let mut caller = peer.to_canonical();
    let mut told = forwarded.iter().rev().flat_map(|line| line.rsplit(','));
    while proxies.iter().any(|network| network.contains(&caller)) {
        match told.next().and_then(address) {
            Some(next) => caller = next,
            None => break,
        }
    }
    caller
}

/// An address, as proxies write it: some add the port.
fn address(text: &str) -> Option<IpAddr> {
    let text = text.trim();
    let bare = || text.strip_prefix('[')?.strip_suffix(']')?.parse().ok();
    let with_port = || text.parse::<SocketAddr>().ok().map(|socket| socket.ip());
    let found = text.parse().ok().or_else(with_port).or_else(bare);
    found.map(|address: IpAddr| address.to_canonical())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn caller(peer: &str, forwarded: &[&str]) -> String {
        let proxies = ["10.0.0.0/8".parse().unwrap(), "::1/128".parse().unwrap()];
        behind(peer.parse().unwrap(), forwarded, &proxies).to_string()
    }

    #[test]
    fn au_03_what_a_stranger_says_is_not_believed() {
        assert_eq!(caller("203.0.113.9", &["198.51.100.1"]), "203.0.113.9");
        assert_eq!(
            caller("10.0.0.1", &["198.51.100.1, 203.0.113.9"]),
            "203.0.113.9",
            "only what the proxy added"
        );
        assert_eq!(
            caller("10.0.0.1", &["198.51.100.1", "203.0.113.9, 10.0.0.2"]),
            "203.0.113.9",
            "through two proxies and several lines"
        );
    }

    #[test]
    fn au_03_a_proxy_that_says_nothing_sensible_is_the_caller_itself() {
        for forwarded in [&[][..], &[""], &["unknown"], &["203.0.113.9, _hidden"]] {
            assert_eq!(caller("10.0.0.1", forwarded), "10.0.0.1", "{forwarded:?}");
        }
        assert_eq!(caller("10.0.0.1", &["10.0.0.7"]), "10.0.0.7");
    }

    #[test]
    fn ports_and_mapped_addresses_are_the_same_caller() {
        for told in ["203.0.113.9", "203.0.113.9:4711", "::ffff:203.0.113.9"] {
            assert_eq!(caller("::1", &[told]), "203.0.113.9", "{told}");
        }
        assert_eq!(caller("::ffff:10.0.0.1", &["[2001:db8::1]"]), "2001:db8::1");
        assert_eq!(caller("::1", &["[2001:db8::1]:443"]), "2001:db8::1");
    }

    #[test]
    fn au_01_one_network_of_ipv6_is_one_caller() {
        let subject = |text: &str| CallerAddress(text.parse().unwrap()).subject();
        assert_eq!(subject("2001:db8:1:2::1"), subject("2001:db8:1:2:ffff::9"));
        assert_ne!(subject("2001:db8:1:2::1"), subject("2001:db8:1:3::1"));
        assert_ne!(subject("203.0.113.9"), subject("203.0.113.8"));
    }
}
