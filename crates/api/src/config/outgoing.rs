use ipnet::IpNet;

use super::{About, Setting, Values, parse};

/// What the server may connect to besides public addresses and the configured providers.
#[derive(Clone, Debug)]
pub struct OutgoingRules {
    pub allow: Vec<Allowed>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Allowed {
    /// Whatever its name resolves to.
    Host {
        host: String,
        port: u16,
    },
    Network(IpNet),
}

static ALLOW: Setting<Vec<Allowed>> = Setting {
    about: About {
        name: "GANGWAY_OUTGOING_ALLOW",
        key: "outgoing.allow",
        default: "",
        secret: false,
        doc: "Private targets the server may call, host:port or networks, separated by commas. Without it: public addresses and the configured providers only.",
    },
    parse: parse::allowed_targets,
};

pub(super) static TABLE: &[&About] = &[&ALLOW.about];

pub(super) fn read(values: &mut Values) -> OutgoingRules {
    OutgoingRules {
        allow: values.get(&ALLOW).unwrap_or_default(),
    }
}
