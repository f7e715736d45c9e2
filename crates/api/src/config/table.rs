//! Every setting, in the order of `.env.example`.

use super::{
    About, api_keys, clients, database, files, jobs, limits, log, mail, outgoing, passwords,
    people, sandbox, secrets, server, signing_keys, twilio,
};

/// Headings and their settings.
pub static SECTIONS: &[(&str, &[&About])] = &[
    ("Server", server::TABLE),
    ("Database", database::TABLE),
    ("Secrets", secrets::TABLE),
    ("Signing keys", signing_keys::TABLE),
    ("Mail", mail::TABLE),
    ("Twilio", twilio::TABLE),
    ("Sandbox", sandbox::TABLE),
    ("People", people::TABLE),
    ("Clients", clients::TABLE),
    ("Limits", limits::TABLE),
    ("Passwords", passwords::TABLE),
    ("API keys", api_keys::TABLE),
    ("Jobs", jobs::TABLE),
    ("Outgoing connections", outgoing::TABLE),
    ("Files", files::TABLE),
    ("Log", log::TABLE),
];

/// Variables of ours that are no settings: the settings file, and what only scripts and tests read.
pub static ELSEWHERE: &[&str] = &[
    "GANGWAY_CONFIG",
    "GANGWAY_TOOLS",
    "GANGWAY_SHARED",
    "GANGWAY_TEST_PYTHON",
    "GANGWAY_TEST_POSTGRES",
    "GANGWAY_TORTURE",
    "GANGWAY_TORTURE_SEED",
];

pub fn all() -> impl Iterator<Item = &'static About> {
    SECTIONS
        .iter()
        .flat_map(|(_, abouts)| abouts.iter().copied())
}
