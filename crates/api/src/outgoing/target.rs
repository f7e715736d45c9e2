//! Where a URL that somebody typed leads, judged before anything is looked up.

use std::net::{IpAddr, SocketAddr};

use url::{Host, Url};

use super::policy::{Policy, Refused};

/// Longest URL, name and label that are called.
const MAX_URL: usize = 2048;
const MAX_NAME: usize = 253;
const MAX_LABEL: usize = 63;
/// Endings of names that never are public sites (RFC 6761, 6762, 7686, 8375, and ICANN's `internal`).
const PRIVATE_ENDINGS: [&str; 6] = [
    "localhost",
    "local",
    "internal",
    "invalid",
    "onion",
    "home.arpa",
];

/// A URL that may be called as far as one can say before its name is looked up.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Target {
    pub host: Host<String>,
    pub port: u16,
    pub is_https: bool,
    /// The operator allows the host by its name.
    is_allowed: bool,
}

impl Target {
    pub fn of(url: &Url, policy: &Policy) -> Result<Self, Refused> {
        let is_https = match url.scheme() {
            "https" => true,
            "http" => false,
            _ => return Err(Refused::NotWeb),
        };
        let (Some(host), Some(port)) = (url.host(), url.port_or_known_default()) else {
            return Err(Refused::NotWeb);
        };
        let host = match host {
            Host::Domain(name) => Host::Domain(name.strip_suffix('.').unwrap_or(name).to_owned()),
            Host::Ipv4(ip) => Host::Ipv4(ip),
            Host::Ipv6(ip) => Host::Ipv6(ip),
        };
        let is_allowed = policy.allows_host(&bare(&host), port);
        let target = Self {
            host,
            port,
            is_https,
            is_allowed,
        };
        target.refuse_ourselves(policy)?;
        if !is_allowed {
            target.refuse_private(policy)?;
        }
        target.refuse_odd(url)?;
        if !is_allowed && !policy.knows_port(port) {
            return Err(Refused::Port(port));
        }
        Ok(target)
    }

    /// The name as it is looked up, or the address itself.
    pub fn name(&self) -> String {
        bare(&self.host)
    }

    /// The address in the URL, where it is one.
    pub fn literal(&self) -> Option<IpAddr> {
        match self.host {
            Host::Ipv4(ip) => Some(ip.into()),
            Host::Ipv6(ip) => Some(ip.into()),
            Host::Domain(_) => None,
        }
    }

    /// What may be connected to of the addresses found. One that is not allowed spoils all: a public
    /// site has no private address.
    pub fn checked(&self, found: &[IpAddr], policy: &Policy) -> Result<Vec<SocketAddr>, Refused> {
        let fine = |ip: &IpAddr| self.is_allowed || policy.may_call(*ip, self.port);
        if found.iter().all(fine) {
            let at = |ip: &IpAddr| SocketAddr::new(*ip, self.port);
            return Ok(found.iter().map(at).collect());
        }
        Err(Refused::NotPublic(self.name()))
    }

    fn refuse_ourselves(&self, policy: &Policy) -> Result<(), Refused> {
        let own = policy.ourselves.as_ref();
        let is_own = own.is_some_and(|(host, port)| {
            *port == self.port && host.eq_ignore_ascii_case(&self.name())
        });
        if is_own {
            Err(Refused::Ourselves)
        } else {
            Ok(())
        }
    }

    fn refuse_private(&self, policy: &Policy) -> Result<(), Refused> {
        let is_private = match (&self.host, self.literal()) {
            // A port that is not called is another matter than an address that is not.
            (_, Some(ip)) => !policy.may_reach(ip),
            (Host::Domain(name), None) => is_private_name(name) && !policy.knows_networks(),
            _ => true,
        };
        if is_private {
            return Err(Refused::NotPublic(self.name()));
        }
        Ok(())
    }

    fn refuse_odd(&self, url: &Url) -> Result<(), Refused> {
        let has_user = !url.username().is_empty() || url.password().is_some();
        let odd_name = matches!(&self.host, Host::Domain(name) if !is_name(name));
        if has_user || odd_name || url.as_str().len() > MAX_URL {
            return Err(Refused::NotPlain);
        }
        Ok(())
    }
}

fn bare(host: &Host<String>) -> String {
    match host {
        Host::Domain(name) => name.clone(),
        Host::Ipv4(ip) => ip.to_string(),
        Host::Ipv6(ip) => ip.to_string(),
    }
}

fn is_private_name(name: &str) -> bool {
    let ends = |ending: &&str| {
        let rest = name.strip_suffix(*ending);
        rest.is_some_and(|rest| rest.is_empty() || rest.ends_with('.'))
    };
    !name.contains('.') && !name.is_empty() || PRIVATE_ENDINGS.iter().any(|ending| ends(&ending))
}

/// Underscores are no host name's, and some hosts have them all the same.
fn is_name(name: &str) -> bool {
    let label = |label: &str| {
        (1..=MAX_LABEL).contains(&label.len()) && !label.starts_with('-') && !label.ends_with('-')
    };
    name.len() <= MAX_NAME && name.split('.').all(label)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::config::Config;

    fn policy(pairs: &[(&str, &str)]) -> Policy {
        Policy::new(&Config::from_pairs(pairs).unwrap())
    }

    fn check(policy: &Policy, url: &str) -> Result<(), Refused> {
        Target::of(&Url::parse(url).unwrap(), policy).map(|_| ())
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
            let refused = check(&policy, url);
            assert!(matches!(refused, Err(Refused::NotPublic(_))), "{url}");
        }
        assert_eq!(check(&policy, "ftp://hooks.example/"), Err(Refused::NotWeb));
        assert_eq!(check(&policy, "file:///etc/passwd"), Err(Refused::NotWeb));
    }

    #[test]
    fn ss_07_allowed_targets_pass_on_their_port_only_and_providers_are_no_targets() {
        let policy = policy(&[
            ("GANGWAY_TWILIO_BASE_URL", "http://127.0.0.1:8090"),
            (
                "GANGWAY_OUTGOING_ALLOW",
                "[::1]:9, crm.internal:9000, 10.1.0.0/16, 10.3.0.0/16:9001",
            ),
        ]);
        for url in [
            "http://[::1]:9/",
            "http://crm.internal:9000/",
            "http://10.1.2.3/",
            "http://10.3.0.1:9001/",
        ] {
            assert_eq!(check(&policy, url), Ok(()), "{url}");
        }
        for url in [
            "http://127.0.0.1:8090/2010-04-01",
            "http://127.0.0.1:5432/",
            "http://[::1]:10/",
            "http://10.2.0.1/",
            "http://10.1.0.1:9002/",
            "http://8.8.8.8:9002/",
        ] {
            assert!(check(&policy, url).is_err(), "{url}");
        }
        let network = |port| policy.may_call("10.3.0.1".parse().unwrap(), port);
        assert!(network(9001) && !network(80), "one port of a network");
        assert!(!policy.may_call("8.8.8.8".parse().unwrap(), 9001));
    }

    #[test]
    fn ss_08_only_ports_of_web_servers_are_called() {
        let usual = policy(&[]);
        for port in [80, 443, 8080, 8443] {
            assert_eq!(
                check(&usual, &format!("http://site.example:{port}/")),
                Ok(())
            );
        }
        for port in [22, 25, 465, 587, 3306, 6379] {
            let refused = check(&usual, &format!("http://site.example:{port}/"));
            assert_eq!(refused, Err(Refused::Port(port)));
        }
        let more = policy(&[("GANGWAY_OUTGOING_PORTS", "443, 9443")]);
        assert_eq!(check(&more, "https://site.example:9443/"), Ok(()));
        assert!(check(&more, "http://site.example/").is_err());
    }
}
