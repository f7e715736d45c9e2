use std::time::Duration;

use secrecy::SecretString;
use url::Url;

use super::{About, Server, Setting, Values, parse};

/// Where numbers come from.
#[derive(Clone, Debug)]
pub struct Twilio {
    pub base_url: Url,
    /// `None`: texting is not set up in this installation.
    pub account: Option<TwilioAccount>,
    /// Country of numbers, ISO 3166 alpha-2.
    pub country: String,
    /// Most numbers bought for one partner within 24 hours.
    pub numbers_per_day: u64,
    /// Time one call may take.
    pub timeout: Duration,
}

#[derive(Clone, Debug)]
pub struct TwilioAccount {
    /// `AC...`
    pub sid: String,
    /// Also proves webhooks.
    pub auth_token: SecretString,
    /// `SK...` and its secret, used for calls instead of the auth token.
    pub api_key: Option<(String, SecretString)>,
}

pub(super) static BASE_URL: Setting<Url> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_BASE_URL",
        key: "twilio.base_url",
        default: "https://api.twilio.com",
        secret: false,
        doc: "Address of Twilio's API. Without it and with the sandbox on: the sandbox.",
    },
    parse: parse::web_address,
};

pub(super) static ACCOUNT_SID: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_ACCOUNT_SID",
        key: "twilio.account_sid",
        default: "",
        secret: false,
        doc: "Account at Twilio, AC and 32 digits. Without it: Enable SMS says that texting is not set up here.",
    },
    parse: parse::account_sid,
};

pub(super) static AUTH_TOKEN: Setting<SecretString> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_AUTH_TOKEN",
        key: "twilio.auth_token",
        default: "",
        secret: true,
        doc: "Auth token of the account; it also proves that webhooks come from Twilio.",
    },
    parse: parse::secret,
};

static API_KEY: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_API_KEY",
        key: "twilio.api_key",
        default: "",
        secret: false,
        doc: "API key, SK and 32 digits, used for calls instead of the auth token. Without it: the auth token.",
    },
    parse: parse::api_key_sid,
};

static API_SECRET: Setting<SecretString> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_API_SECRET",
        key: "twilio.api_secret",
        default: "",
        secret: true,
        doc: "Secret of the API key.",
    },
    parse: parse::secret,
};

static COUNTRY: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_COUNTRY",
        key: "twilio.country",
        default: "US",
        secret: false,
        doc: "Country in which numbers are bought, two letters (ISO 3166).",
    },
    parse: parse::country,
};

static NUMBERS_PER_DAY: Setting<u64> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_NUMBERS_PER_DAY",
        key: "twilio.numbers_per_day",
        default: "25",
        secret: false,
        doc: "Most numbers bought for one partner within 24 hours; each costs money every month. Orders beyond wait; gangway_numbers_refused_total counts them.",
    },
    parse: parse::number::<u64, 0, 10_000>,
};

static TIMEOUT_MS: Setting<u64> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_TIMEOUT_MS",
        key: "twilio.timeout_ms",
        default: "15000",
        secret: false,
        doc: "Milliseconds one call to Twilio may take.",
    },
    parse: parse::number::<u64, 100, 120_000>,
};

pub(super) static TABLE: &[&About] = &[
    &BASE_URL.about,
    &ACCOUNT_SID.about,
    &AUTH_TOKEN.about,
    &API_KEY.about,
    &API_SECRET.about,
    &COUNTRY.about,
    &NUMBERS_PER_DAY.about,
    &TIMEOUT_MS.about,
];

pub(super) fn read(values: &mut Values, server: Option<&Server>) -> Option<Twilio> {
    let base_url = values.get(&BASE_URL);
    let account = account(values);
    let country = values.get(&COUNTRY);
    let numbers_per_day = values.get(&NUMBERS_PER_DAY);
    let timeout = values.get(&TIMEOUT_MS).map(Duration::from_millis);

    let plain = |url: &Url| url.scheme() != "https";
    if server.is_some_and(Server::is_production) && base_url.as_ref().is_some_and(plain) {
        values.refuse(&BASE_URL.about, "must start with https:// in production");
    }
    Some(Twilio {
        base_url: base_url?,
        account,
        country: country?,
        numbers_per_day: numbers_per_day?,
        timeout: timeout?,
    })
}

fn account(values: &mut Values) -> Option<TwilioAccount> {
    for (one, other) in [
        (&ACCOUNT_SID.about, &AUTH_TOKEN.about),
        (&AUTH_TOKEN.about, &ACCOUNT_SID.about),
        (&API_KEY.about, &API_SECRET.about),
        (&API_SECRET.about, &API_KEY.about),
        (&API_KEY.about, &ACCOUNT_SID.about),
    ] {
        if values.is_given(one) && !values.is_given(other) {
            values.refuse(other, &format!("needed with {}", one.name));
        }
    }
    let sid = values.get(&ACCOUNT_SID);
    let auth_token = values.get(&AUTH_TOKEN);
    let api_key = values.get(&API_KEY).zip(values.get(&API_SECRET));
    Some(TwilioAccount {
        sid: sid?,
        auth_token: auth_token?,
        api_key,
    })
}
