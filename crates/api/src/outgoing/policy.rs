use std::net::IpAddr;

use ipnet::IpNet;
use url::Url;

use super::address::is_public;
use crate::config::{Allowed, Config};

/// A target outside the policy.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Refused {
    #[error("only http and https addresses with a host are called")]
    NotWeb,
    #[error("the address holds a user name, or no name that a web site has")]
    NotPlain,
    #[error("port {0} is none of web servers; see GANGWAY_OUTGOING_PORTS")]
    Port(u16),
    #[error("{0} is not a public address; GANGWAY_OUTGOING_ALLOW can let it through")]
    NotPublic(String),
    #[error("it is this server's own address")]
    Ourselves,
}

/// What may be connected to: the public internet, the configured providers, and what the operator
/// allows.
#[derive(Debug)]
pub(super) struct Policy {
    providers: Vec<(String, u16)>,
    pub(super) ourselves: Option<(String, u16)>,
    hosts: Vec<(String, u16)>,
    networks: Vec<(IpNet, Option<u16>)>,
    ports: Vec<u16>,
}

impl Policy {
    pub fn new(config: &Config) -> Self {
        // The sandbox answers with webhooks to this server.
        let own = &config.server.base_url;
        let ourselves = config.sandbox.as_ref().map(|_| own);
        let files = config.files.s3.as_ref().map(|s3| &s3.endpoint);
        let providers = [&config.twilio.base_url].into_iter();
        let providers = providers.chain(files).chain(ourselves);
        let (mut hosts, mut networks) = (Vec::new(), Vec::new());
        for allowed in &config.outgoing.allow {
            match allowed {
                Allowed::Host { host, port } => hosts.push((host.clone(), *port)),
                Allowed::Network { network, port } => networks.push((*network, *port)),
            }
        }
        Self {
            providers: providers.filter_map(named).collect(),
            ourselves: named(own),
            hosts,
            networks,
            ports: config.outgoing.ports.clone(),
        }
    }

    /// Whether a name is a configured provider's, or the operator's: it may resolve to anything.
    pub fn is_named(&self, host: &str) -> bool {
        let same = |(named, _): &(String, u16)| named.eq_ignore_ascii_case(host);
        self.providers.iter().any(same) || self.hosts.iter().any(same)
    }

    /// Whether a provider's name may lead there.
    pub fn may_reach(&self, ip: IpAddr) -> bool {
        let ip = ip.to_canonical();
        is_public(ip)
            || self
                .networks
                .iter()
                .any(|(network, _)| network.contains(&ip))
    }

    /// Whether the operator allows this very host and port.
    pub(super) fn allows_host(&self, host: &str, port: u16) -> bool {
        let same = |(named, at): &(String, u16)| *at == port && named.eq_ignore_ascii_case(host);
        self.hosts.iter().any(same)
    }

    /// Whether names that no public site has are looked up: where the operator allows networks.
    pub(super) fn knows_networks(&self) -> bool {
        !self.networks.is_empty()
    }

    /// Whether there is any address at which this port is allowed.
    pub(super) fn knows_port(&self, port: u16) -> bool {
        let own = |(_, at): &(IpNet, Option<u16>)| *at == Some(port);
        self.ports.contains(&port) || self.networks.iter().any(own)
    }

    /// Whether an address that somebody's URL leads to may be connected to.
    pub(super) fn may_call(&self, ip: IpAddr, port: u16) -> bool {
        let ip = ip.to_canonical();
        let usual = self.ports.contains(&port);
        let allowed = |(network, at): &(IpNet, Option<u16>)| {
            network.contains(&ip) && at.map_or(usual, |at| at == port)
        };
        usual && is_public(ip) || self.networks.iter().any(allowed)
    }
}

/// Host without brackets, and port.
fn named(url: &Url) -> Option<(String, u16)> {
    let host = url
        .host_str()?
        .trim_start_matches('[')
        .trim_end_matches(']');
    Some((host.to_owned(), url.port_or_known_default()?))
}
