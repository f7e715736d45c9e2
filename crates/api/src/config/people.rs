use chrono::TimeDelta;

use super::{About, Setting, Values, parse, parse::Choice};

/// May anyone sign up as a partner?
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignUp {
    Open,
    Closed,
}

impl Choice for SignUp {
    const WORDS: &'static [(&'static str, Self)] =
        &[("open", Self::Open), ("closed", Self::Closed)];
}

impl SignUp {
    pub fn is_open(self) -> bool {
        self == Self::Open
    }
}

/// How long mailed links work.
#[derive(Clone, Copy, Debug)]
pub struct Links {
    pub invite: TimeDelta,
    pub password_reset: TimeDelta,
    pub sign_up: TimeDelta,
    pub handover: TimeDelta,
}

/// How long a sign-in lasts.
#[derive(Clone, Copy, Debug)]
pub struct Sessions {
    /// Without any use.
    pub idle: TimeDelta,
    /// In all.
    pub longest: TimeDelta,
    pub access_token: TimeDelta,
}

static SIGN_UP: Setting<SignUp> = Setting {
    about: About {
        name: "GANGWAY_SIGN_UP",
        key: "people.sign_up",
        default: "closed",
        secret: false,
        doc: "open: anyone may sign up as a partner. closed: partners are made by gangway partner create.",
    },
    parse: parse::choice,
};

static INVITE_HOURS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_INVITE_HOURS",
        key: "people.invite_hours",
        default: "120",
        secret: false,
        doc: "Hours an invitation works.",
    },
    parse: parse::number::<i64, 1, 2160>,
};

static RESET_MINUTES: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_RESET_MINUTES",
        key: "people.reset_minutes",
        default: "60",
        secret: false,
        doc: "Minutes a link to set a new password works.",
    },
    parse: parse::number::<i64, 5, 1440>,
};

static SIGN_UP_HOURS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_SIGN_UP_HOURS",
        key: "people.sign_up_hours",
        default: "24",
        secret: false,
        doc: "Hours a link to confirm a sign-up works.",
    },
    parse: parse::number::<i64, 1, 168>,
};

static HANDOVER_DAYS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_HANDOVER_DAYS",
        key: "people.handover_days",
        default: "30",
        secret: false,
        doc: "Days a step of the wizard that was handed to a colleague stays with them.",
    },
    parse: parse::number::<i64, 1, 365>,
};

static SESSION_IDLE_HOURS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_SESSION_IDLE_HOURS",
        key: "people.session_idle_hours",
        default: "12",
        secret: false,
        doc: "Hours without use after which one must sign in again.",
    },
    parse: parse::number::<i64, 1, 720>,
};

static SESSION_DAYS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_SESSION_DAYS",
        key: "people.session_days",
        default: "30",
        secret: false,
        doc: "Days after which one must sign in again in any case.",
    },
    parse: parse::number::<i64, 1, 365>,
};

static ACCESS_TOKEN_SECONDS: Setting<i64> = Setting {
    about: About {
        name: "GANGWAY_ACCESS_TOKEN_SECONDS",
        key: "people.access_token_seconds",
        default: "600",
        secret: false,
        doc: "Seconds an access token works before the browser fetches the next; at most 600.",
    },
    parse: parse::number::<i64, 1, 600>,
};

pub(super) static TABLE: &[&About] = &[
    &SIGN_UP.about,
    &INVITE_HOURS.about,
    &RESET_MINUTES.about,
    &SIGN_UP_HOURS.about,
    &HANDOVER_DAYS.about,
    &SESSION_IDLE_HOURS.about,
    &SESSION_DAYS.about,
    &ACCESS_TOKEN_SECONDS.about,
];

pub(super) fn sign_up(values: &mut Values) -> Option<SignUp> {
    values.get(&SIGN_UP)
}

pub(super) fn links(values: &mut Values) -> Option<Links> {
    let invite = values.get(&INVITE_HOURS).map(TimeDelta::hours);
    let password_reset = values.get(&RESET_MINUTES).map(TimeDelta::minutes);
    let sign_up = values.get(&SIGN_UP_HOURS).map(TimeDelta::hours);
    let handover = values.get(&HANDOVER_DAYS).map(TimeDelta::days);
    Some(Links {
        invite: invite?,
        password_reset: password_reset?,
        sign_up: sign_up?,
        handover: handover?,
    })
}

pub(super) fn sessions(values: &mut Values) -> Option<Sessions> {
    let idle = values.get(&SESSION_IDLE_HOURS).map(TimeDelta::hours);
    let longest = values.get(&SESSION_DAYS).map(TimeDelta::days);
    let access_token = values.get(&ACCESS_TOKEN_SECONDS).map(TimeDelta::seconds);
    Some(Sessions {
        idle: idle?,
        longest: longest?,
        access_token: access_token?,
    })
}
