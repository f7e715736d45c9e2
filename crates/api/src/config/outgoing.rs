use ipnet::IpNet;

use super::{About, Setting, Values, parse};

/// What the server may connect to besides public addresses and the configured providers.
#[derive(Clone, Debug)]
pub struct OutgoingRules {
    pub allow: Vec<Allowed>,
    /// Ports of addresses that somebody typed.
    pub ports: Vec<u16>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Whatever its name resolves to.
    Host { host: String, port: u16 },
    /// Its addresses, on one port or on all that are allowed anyway.
    Network { network: IpNet, port: Option<u16> },
}

static ALLOW: Setting<Vec<Allowed>> = Setting {
    about: About {
        name: "GANGWAY_OUTGOING_ALLOW",
        key: "outgoing.allow",
        default: "",
        secret: false,
        doc: "Private targets the server may call: host:port, networks or network:port, separated by commas. Without it: public addresses and the configured providers only.",
    },
    parse: parse::allowed_targets,
};

static PORTS: Setting<Vec<u16>> = Setting {
    about: About {
        name: "GANGWAY_OUTGOING_PORTS",
        key: "outgoing.ports",
        default: "80,443,8080,8443",
        secret: false,
        doc: "Ports the server may call at addresses that people type, such as their web sites, separated by commas.",
    },
    parse: parse::web_ports,
};

pub(super) static TABLE: &[&About] = &[&ALLOW.about, &PORTS.about];

pub(super) fn read(values: &mut Values) -> OutgoingRules {
    OutgoingRules {
        allow: values.get(&ALLOW).unwrap_or_default(),
        ports: values.get(&PORTS).unwrap_or_default(),
    }
}
