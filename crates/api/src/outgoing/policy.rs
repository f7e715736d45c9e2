use std::net::IpAddr;

use ipnet::IpNet;
use url::{Host, Url};

use super::address::is_public;
use crate::config::{Allowed, Config};

/// A target outside the policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("only http and https addresses with a host are called")]
    NotWeb,
    #[error("{0} is not a public address; GANGWAY_OUTGOING_ALLOW can let it through")]
    NotPublic(String),
}

/// What may be connected to: the public internet, the configured providers, and what the operator
/// allows.
#[derive(Debug)]
pub(super) struct Policy {
    hosts: Vec<(String, u16)>,
    networks: Vec<IpNet>,
}

impl Policy {
    pub fn new(config: &Config) -> Self {
        // The sandbox answers with webhooks to this server.
        let ourselves = config.sandbox.as_ref().map(|_| &config.server.base_url);
        let providers = [&config.twilio.base_url].into_iter().chain(ourselves);
        let mut hosts: Vec<_> = providers.filter_map(target).collect();
        let mut networks = Vec::new();
        for allowed in &config.outgoing.allow {
            match allowed {
                Allowed::Host { host, port } => hosts.push((host.clone(), *port)),
                Allowed::Network(network) => networks.push(*network),
            }
        }
        Self { hosts, networks }
    }

    /// Before a name is looked up: literal addresses are judged here, names by what they resolve to.
    pub fn check(&self, url: &Url) -> Result<(), Refused> {
        let web = matches!(url.scheme(), "http" | "https");
        let target = target(url).filter(|_| web).ok_or(Refused::NotWeb)?;
        let literal = match url.host() {
            Some(Host::Ipv4(ip)) => Some(ip.into()),
            Some(Host::Ipv6(ip)) => Some(ip.into()),
            _ => None,
        };
        match literal {
            Some(ip) if !self.hosts.contains(&target) && !self.may_reach(ip) => {
                Err(Refused::NotPublic(ip.to_string()))
            }
            _ => Ok(()),
        }
    }

    /// A host named by the operator may resolve to anything.
    pub fn is_named(&self, host: &str) -> bool {
        self.hosts
            .iter()
            .any(|(named, _)| named.eq_ignore_ascii_case(host))
    }

    pub fn may_reach(&self, ip: IpAddr) -> bool {
        is_public(ip) || self.networks.iter().any(|n| n.contains(&ip.to_canonical()))
    }
}

/// Host without brackets, and port.
fn target(url: &Url) -> Option<(String, u16)> {
    let host = url
        .host_str()?
        .trim_start_matches('[')
        .trim_end_matches(']');
    Some((host.to_owned(), url.port_or_known_default()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn policy(pairs: &[(&str, &str)]) -> Policy {
        Policy::new(&Config::from_pairs(pairs).unwrap())
    }

    fn check(policy: &Policy, url: &str) -> Result<(), Refused> {
        policy.check(&Url::parse(url).unwrap())
    }

    #[test]
    fn literal_addresses_are_judged_before_any_connection() {
        let policy = policy(&[]);
        assert_eq!(check(&policy, "https://8.8.8.8/"), Ok(()));
        assert_eq!(check(&policy, "https://hooks.example/"), Ok(()));
        for url in [
            "http://127.0.0.1/",
            "http://0x7f.1/",
            "http://2130706433/",
            "http://[::1]:8080/",
            "http://[::ffff:10.0.0.1]/",
            "http://169.254.169.254/latest/meta-data",
        ] {
            assert!(
                matches!(check(&policy, url), Err(Refused::NotPublic(_))),
                "{url}"
            );
        }
        assert_eq!(check(&policy, "ftp://hooks.example/"), Err(Refused::NotWeb));
        assert_eq!(check(&policy, "file:///etc/passwd"), Err(Refused::NotWeb));
    }

    #[test]
    fn configured_providers_and_allowed_targets_pass_on_their_port_only() {
        let policy = policy(&[
            ("GANGWAY_TWILIO_BASE_URL", "http://127.0.0.1:8090"),
            ("GANGWAY_OUTGOING_ALLOW", "[::1]:9, 10.1.0.0/16"),
        ]);
        assert_eq!(check(&policy, "http://127.0.0.1:8090/2010-04-01"), Ok(()));
        assert_eq!(check(&policy, "http://[::1]:9/"), Ok(()));
        assert_eq!(check(&policy, "http://10.1.2.3/"), Ok(()));
        for url in [
            "http://127.0.0.1:5432/",
            "http://[::1]:10/",
            "http://10.2.0.1/",
        ] {
            assert!(check(&policy, url).is_err(), "{url}");
        }
    }
}
