use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

use url::Url;

use super::{About, Config, Origin, Server, Setting, Values, mail, parse, twilio};

/// The account the simulated Twilio knows.
pub const ACCOUNT_SID: &str = "AC00000000000000000000000000000001";
pub const AUTH_TOKEN: &str = "00000000000000000000000000000001";

/// The simulated providers.
#[derive(Clone, Debug)]
pub struct Sandbox {
    pub listen: SocketAddr,
    pub smtp_listen: SocketAddr,
    /// What it filled in, and so moves with its addresses.
    provides: Provides,
}

impl Sandbox {
    /// Where the web sites that it plays are at home.
    pub fn site_address(&self) -> String {
        format!("http://localhost:{}", self.listen.port())
    }

    /// Where its pages are, without a slash at the end.
    pub fn address(&self) -> String {
        format!("http://{}", reachable(self.listen))
    }
}

#[derive(Clone, Copy, Debug)]
struct Provides {
    twilio: bool,
    smtp_host: bool,
    smtp_port: bool,
}

static SANDBOX: Setting<bool> = Setting {
    about: About {
        name: "GANGWAY_SANDBOX",
        key: "sandbox.on",
        default: "off",
        secret: false,
        doc: "on: play Twilio and a mailbox for trying and testing; settings of Twilio and mail that are not given then point there. Refused in production.",
    },
    parse: parse::flag,
};

static LISTEN: Setting<SocketAddr> = Setting {
    about: About {
        name: "GANGWAY_SANDBOX_LISTEN",
        key: "sandbox.listen",
        default: "127.0.0.1:8090",
        secret: false,
        doc: "IP address and port of the sandbox: simulated Twilio, and a page that shows mails and calls.",
    },
    parse: parse::address,
};

static SMTP_LISTEN: Setting<SocketAddr> = Setting {
    about: About {
        name: "GANGWAY_SANDBOX_SMTP_LISTEN",
        key: "sandbox.smtp_listen",
        default: "127.0.0.1:8025",
        secret: false,
        doc: "IP address and port of the sandbox's mail server.",
    },
    parse: parse::address,
};

pub(super) static TABLE: &[&About] = &[&SANDBOX.about, &LISTEN.about, &SMTP_LISTEN.about];

/// Read before Twilio and mail: it fills in what they were not given.
pub(super) fn read(values: &mut Values, server: Option<&Server>) -> Option<Sandbox> {
    let on = values.get(&SANDBOX);
    let listen = values.get(&LISTEN);
    let smtp_listen = values.get(&SMTP_LISTEN);
    if on != Some(true) {
        return None;
    }
    if server.is_some_and(Server::is_production) {
        let what = "the simulated providers do not run in production; remove it, or set GANGWAY_ENVIRONMENT=development";
        values.refuse(&SANDBOX.about, what);
        return None;
    }
    let (listen, smtp_listen) = (listen?, smtp_listen?);
    let (http, smtp) = (reachable(listen), reachable(smtp_listen));
    values.fill_in(&twilio::BASE_URL, format!("http://{http}"));
    if values.origin(&twilio::BASE_URL.about) == Origin::Sandbox {
        values.fill_in(&twilio::ACCOUNT_SID, ACCOUNT_SID);
        values.fill_in(&twilio::AUTH_TOKEN, AUTH_TOKEN);
    }
    values.fill_in(&mail::SMTP_HOST, smtp.ip().to_string());
    if values.origin(&mail::SMTP_HOST.about) == Origin::Sandbox {
        values.fill_in(&mail::SMTP_PORT, smtp.port().to_string());
        values.fill_in(&mail::SMTP_TLS, "none");
    }
    let filled = |about: &About| values.origin(about) == Origin::Sandbox;
    Some(Sandbox {
        listen,
        smtp_listen,
        provides: Provides {
            twilio: filled(&twilio::BASE_URL.about),
            smtp_host: filled(&mail::SMTP_HOST.about),
            smtp_port: filled(&mail::SMTP_PORT.about),
        },
    })
}

/// Where to connect to for what listens there: "all addresses" means this machine.
fn reachable(listen: SocketAddr) -> SocketAddr {
    let ip = match listen.ip() {
        IpAddr::V4(ip) if ip.is_unspecified() => Ipv4Addr::LOCALHOST.into(),
        IpAddr::V6(ip) if ip.is_unspecified() => Ipv6Addr::LOCALHOST.into(),
        ip => ip,
    };
    SocketAddr::new(ip, listen.port())
}

impl Config {
    /// Notes where the sandbox really listens, which differs when port 0 was asked for; what it
    /// filled in follows.
    pub fn sandbox_listens(&mut self, http: SocketAddr, smtp: SocketAddr) {
        let Some(sandbox) = &mut self.sandbox else {
            return;
        };
        (sandbox.listen, sandbox.smtp_listen) = (http, smtp);
        let provides = sandbox.provides;
        if provides.twilio
            && let Ok(url) = Url::parse(&format!("http://{}", reachable(http)))
        {
            self.twilio.base_url = url;
        }
        if provides.smtp_host {
            self.mail.host = reachable(smtp).ip().to_string();
        }
        if provides.smtp_port {
            self.mail.port = smtp.port();
        }
    }
}
