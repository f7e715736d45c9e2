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
    /// Most parts of texts sent for one client within 24 hours.
    pub texts_per_day: u64,
    /// Countries that may be texted, ISO 3166 alpha-2.
    pub text_countries: Vec<String>,
    /// `MG...`: texts go out and come in by it.
    pub messaging_service: Option<String>,
    /// Whether Twilio itself answers STOP, START and HELP.
    pub answers_keywords: bool,
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

static TEXTS_PER_DAY: Setting<u64> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_TEXTS_PER_DAY",
        key: "twilio.texts_per_day",
        default: "1000",
        secret: false,
        doc: "Most texts sent for one client within 24 hours; a long one counts as the parts that Twilio bills. Further ones are refused; gangway_texts_refused_total counts them.",
    },
    parse: parse::number::<u64, 0, 1_000_000>,
};

static TEXT_COUNTRIES: Setting<Vec<String>> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_TEXT_COUNTRIES",
        key: "twilio.text_countries",
        default: "US, CA",
        secret: false,
        doc: "Countries whose numbers may be texted, two letters each (ISO 3166), separated by commas. Keep it short: what nobody needs is open to fraud.",
    },
    parse: parse::countries,
};

static MESSAGING_SERVICE: Setting<String> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_MESSAGING_SERVICE",
        key: "twilio.messaging_service",
        default: "",
        secret: false,
        doc: "Messaging Service, MG and 32 digits, that texts are sent through, as registered numbers in the US need. Let it use the webhook of each number. Without it: by the number alone.",
    },
    parse: parse::messaging_service_sid,
};

static ANSWERS_KEYWORDS: Setting<bool> = Setting {
    about: About {
        name: "GANGWAY_TWILIO_ANSWERS_KEYWORDS",
        key: "twilio.answers_keywords",
        default: "on",
        secret: false,
        doc: "on or off: whether Twilio itself answers HELP, as it does unless its support switched that off. Off: Gangway answers HELP with the client's own words.",
    },
    parse: parse::flag,
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
    &TEXTS_PER_DAY.about,
    &TEXT_COUNTRIES.about,
    &MESSAGING_SERVICE.about,
    &ANSWERS_KEYWORDS.about,
    &TIMEOUT_MS.about,
];

pub(super) fn read(values: &mut Values, server: Option<&Server>) -> Option<Twilio> {
    let base_url = values.get(&BASE_URL);
    let account = account(values);
    let country = values.get(&COUNTRY);
    let numbers_per_day = values.get(&NUMBERS_PER_DAY);
    let texts_per_day = values.get(&TEXTS_PER_DAY);
    let text_countries = values.get(&TEXT_COUNTRIES);
    let messaging_service = values.get(&MESSAGING_SERVICE);
    let answers_keywords = values.get(&ANSWERS_KEYWORDS);
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
        texts_per_day: texts_per_day?,
        text_countries: text_countries?,
        messaging_service,
        answers_keywords: answers_keywords?,
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
