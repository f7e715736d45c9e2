use std::{net::SocketAddr, path::PathBuf, time::Duration};

use ipnet::IpNet;
use url::Url;

use super::{About, Setting, Values, parse, parse::Choice};

/// What the installation is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Environment {
    Development,
    Production,
}

impl Choice for Environment {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("development", Self::Development),
        ("production", Self::Production),
    ];
}

/// Where the server is and how it is reached.
#[derive(Clone, Debug)]
pub struct Server {
    pub environment: Environment,
    pub data_dir: PathBuf,
    pub listen: SocketAddr,
    /// Scheme, host and port; the path is `/`.
    pub base_url: Url,
    /// `None`: switched off.
    pub metrics_listen: Option<SocketAddr>,
    pub workers: usize,
    pub shutdown: Duration,
    pub trusted_proxies: Vec<IpNet>,
}

impl Server {
    /// Notes where the server really listens, which differs when port 0 was asked for; an address
    /// that was not given follows.
    pub fn listens_at(&mut self, addr: SocketAddr) {
        self.listen = addr;
        if self.base_url.port() == Some(0) {
            // It has a host, so it can have a port.
            let _ = self.base_url.set_port(Some(addr.port()));
        }
    }

    /// Do browsers come by TLS? Then cookies are `Secure` and HSTS is sent.
    pub fn is_https(&self) -> bool {
        self.base_url.scheme() == "https"
    }

    pub fn is_production(&self) -> bool {
        self.environment == Environment::Production
    }

    /// `path` starts with `/`; it may bring a fragment.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.base_url.as_str().trim_end_matches('/'))
    }
}

static ENVIRONMENT: Setting<Environment> = Setting {
    about: About {
        name: "GANGWAY_ENVIRONMENT",
        key: "server.environment",
        default: "development",
        secret: false,
        doc: "development or production. Production refuses what is only good for trying: the sandbox, unencrypted addresses, mail without TLS.",
    },
    parse: parse::choice,
};

static DATA_DIR: Setting<PathBuf> = Setting {
    about: About {
        name: "GANGWAY_DATA_DIR",
        key: "server.data_dir",
        default: "./data",
        secret: false,
        doc: "Folder for what the server keeps: the SQLite file, secret.key and, without S3, the folder files. Made when missing.",
    },
    parse: parse::path,
};

static LISTEN: Setting<SocketAddr> = Setting {
    about: About {
        name: "GANGWAY_LISTEN",
        key: "server.listen",
        default: "127.0.0.1:8080",
        secret: false,
        doc: "IP address and port of the application and its API. Port 0 takes any free one.",
    },
    parse: parse::address,
};

static BASE_URL: Setting<Url> = Setting {
    about: About {
        name: "GANGWAY_BASE_URL",
        key: "server.base_url",
        default: "",
        secret: false,
        doc: "The address people type: scheme, host and port. Links in mails start with it. https in production, unless it is this machine. Without it: http://localhost with the port of GANGWAY_LISTEN.",
    },
    parse: parse::origin,
};

static METRICS_LISTEN: Setting<Option<SocketAddr>> = Setting {
    about: About {
        name: "GANGWAY_METRICS_LISTEN",
        key: "server.metrics_listen",
        default: "127.0.0.1:9080",
        secret: false,
        doc: "IP address and port of /metrics for Prometheus, or off. Keep it out of reach of the public.",
    },
    parse: parse::address_or_off,
};

static WORKERS: Setting<usize> = Setting {
    about: About {
        name: "GANGWAY_WORKERS",
        key: "server.workers",
        default: "",
        secret: false,
        doc: "Threads that answer requests. Without it: one per core.",
    },
    parse: parse::number::<usize, 1, 256>,
};

static SHUTDOWN_SECONDS: Setting<u64> = Setting {
    about: About {
        name: "GANGWAY_SHUTDOWN_SECONDS",
        key: "server.shutdown_seconds",
        default: "30",
        secret: false,
        doc: "Seconds that requests at work may still take when the server is told to stop.",
    },
    parse: parse::number::<u64, 1, 300>,
};

static TRUSTED_PROXIES: Setting<Vec<IpNet>> = Setting {
    about: About {
        name: "GANGWAY_TRUSTED_PROXIES",
        key: "server.trusted_proxies",
        default: "",
        secret: false,
        doc: "Networks of reverse proxies whose X-Forwarded-For is believed, separated by commas. Without it: none. Behind a proxy it is needed: limits per address would count all callers as one.",
    },
    parse: parse::networks,
};

pub(super) static TABLE: &[&About] = &[
    &ENVIRONMENT.about,
    &DATA_DIR.about,
    &LISTEN.about,
    &BASE_URL.about,
    &METRICS_LISTEN.about,
    &WORKERS.about,
    &SHUTDOWN_SECONDS.about,
    &TRUSTED_PROXIES.about,
];

pub(super) fn read(values: &mut Values) -> Option<Server> {
    let environment = values.get(&ENVIRONMENT);
    let data_dir = values.get(&DATA_DIR);
    let listen = values.get(&LISTEN);
    let base_url = values.get(&BASE_URL).or_else(|| local(listen?.port()));
    let metrics_listen = values.get(&METRICS_LISTEN);
    let workers = values.get(&WORKERS).unwrap_or_else(cores);
    let shutdown = values.get(&SHUTDOWN_SECONDS).map(Duration::from_secs);
    let trusted_proxies = values.get(&TRUSTED_PROXIES).unwrap_or_default();

    if let (Some(Environment::Production), Some(url)) = (environment, &base_url)
        && url.scheme() != "https"
        && !parse::points_home(url)
    {
        values.refuse(&BASE_URL.about, "must start with https:// in production");
    }
    Some(Server {
        environment: environment?,
        data_dir: data_dir?,
        listen: listen?,
        base_url: base_url?,
        metrics_listen: metrics_listen?,
        workers,
        shutdown: shutdown?,
        trusted_proxies,
    })
}

/// Where a browser on this machine finds the server.
fn local(port: u16) -> Option<Url> {
    Url::parse(&format!("http://localhost:{port}")).ok()
}

/// Cores this process may use.
pub fn cores() -> usize {
    std::thread::available_parallelism().map_or(2, std::num::NonZero::get)
}
