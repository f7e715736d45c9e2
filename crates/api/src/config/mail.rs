use lettre::{Address, message::Mailbox};
use secrecy::SecretString;

use super::{About, Server, Setting, Values, is_loopback, parse, parse::Choice};

/// How the connection to the mail server is protected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MailTls {
    None,
    /// Plain first, then upgraded; never sent without.
    Starttls,
    /// From the first byte.
    Tls,
}

impl Choice for MailTls {
    const WORDS: &'static [(&'static str, Self)] = &[
        ("none", Self::None),
        ("starttls", Self::Starttls),
        ("tls", Self::Tls),
    ];
}

/// The mail server and who mail comes from.
#[derive(Clone, Debug)]
pub struct Mail {
    pub host: String,
    pub port: u16,
    pub tls: MailTls,
    /// User and password.
    pub login: Option<(String, SecretString)>,
    pub sender: Mailbox,
}

pub(super) static SMTP_HOST: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_SMTP_HOST",
        key: "mail.smtp_host",
        default: "",
        secret: false,
        doc: "Mail server, by name or IP address. Needed in production. Without it: localhost, or the sandbox's mailbox.",
    },
    parse: parse::host,
};

pub(super) static SMTP_PORT: Setting<u16> = Setting {
    about: About {
        name: "GANGWAY_SMTP_PORT",
        key: "mail.smtp_port",
        default: "",
        secret: false,
        doc: "Port of the mail server. Without it: 465 for tls, 587 for starttls, 25 for none.",
    },
    parse: parse::number::<u16, 0, 65535>,
};

pub(super) static SMTP_TLS: Setting<MailTls> = Setting {
    about: About {
        name: "GANGWAY_SMTP_TLS",
        key: "mail.smtp_tls",
        default: "starttls",
        secret: false,
        doc: "tls (from the first byte), starttls (upgraded, never sent without) or none (in production only for a mail server on this machine).",
    },
    parse: parse::choice,
};

static SMTP_USER: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_SMTP_USER",
        key: "mail.smtp_user",
        default: "",
        secret: false,
        doc: "User at the mail server. Without it: no sign-in.",
    },
    parse: parse::words,
};

static SMTP_PASSWORD: Setting<SecretString> = Setting {
    about: About {
        name: "GANGWAY_SMTP_PASSWORD",
        key: "mail.smtp_password",
        default: "",
        secret: true,
        doc: "Password at the mail server.",
    },
    parse: parse::secret,
};

static SENDER_ADDRESS: Setting<Address> = Setting {
    about: About {
        name: "GANGWAY_MAIL_SENDER_ADDRESS",
        key: "mail.sender_address",
        default: "",
        secret: false,
        doc: "Address mail is sent from. Without it: no-reply at the host of GANGWAY_BASE_URL.",
    },
    parse: parse::email,
};

static SENDER_NAME: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_MAIL_SENDER_NAME",
        key: "mail.sender_name",
        default: "Gangway",
        secret: false,
        doc: "Name mail is sent from, where no partner's name is shown.",
    },
    parse: parse::words,
};

pub(super) static TABLE: &[&About] = &[
    &SMTP_HOST.about,
    &SMTP_PORT.about,
    &SMTP_TLS.about,
    &SMTP_USER.about,
    &SMTP_PASSWORD.about,
    &SENDER_ADDRESS.about,
    &SENDER_NAME.about,
];

pub(super) fn read(values: &mut Values, server: Option<&Server>) -> Option<Mail> {
    let host = values.get(&SMTP_HOST);
    let tls = values.get(&SMTP_TLS);
    let port = values.get(&SMTP_PORT).or(tls.map(usual_port));
    let login = login(values);
    let address = values.get(&SENDER_ADDRESS);
    let name = values.get(&SENDER_NAME);

    if server.is_some_and(Server::is_production) {
        if !values.is_given(&SMTP_HOST.about) {
            values.refuse(
                &SMTP_HOST.about,
                "needed in production: the mail server's name",
            );
        }
        let far = host.as_deref().is_some_and(|host| !is_loopback(host));
        if far && tls == Some(MailTls::None) {
            let what = "none is refused in production unless the mail server is on this machine; use starttls or tls";
            values.refuse(&SMTP_TLS.about, what);
        }
    }
    Some(Mail {
        host: host.unwrap_or_else(|| "localhost".into()),
        port: port?,
        tls: tls?,
        login,
        sender: Mailbox::new(name, address.or_else(|| no_reply(server?))?),
    })
}

fn login(values: &mut Values) -> Option<(String, SecretString)> {
    match (values.get(&SMTP_USER), values.get(&SMTP_PASSWORD)) {
        (Some(user), Some(password)) => Some((user, password)),
        (Some(_), None) if !values.is_given(&SMTP_PASSWORD.about) => {
            values.refuse(&SMTP_PASSWORD.about, "needed with GANGWAY_SMTP_USER");
            None
        }
        (None, Some(_)) if !values.is_given(&SMTP_USER.about) => {
            values.refuse(&SMTP_USER.about, "needed with GANGWAY_SMTP_PASSWORD");
            None
        }
        _ => None,
    }
}

fn usual_port(tls: MailTls) -> u16 {
    match tls {
        MailTls::None => 25,
        MailTls::Starttls => 587,
        MailTls::Tls => 465,
    }
}

fn no_reply(server: &Server) -> Option<Address> {
    let host = server.base_url.domain().unwrap_or("localhost");
    Address::new("no-reply", host).ok()
}
