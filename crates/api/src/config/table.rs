//! Every setting, in the order of `.env.example`.

use super::{
    About, database, jobs, limits, log, mail, outgoing, people, sandbox, secrets, server, twilio,
};

/// Headings and their settings.
pub static SECTIONS: &[(&str, &[&About])] = &[
    ("Server", server::TABLE),
    ("Database", database::TABLE),
    ("Secrets", secrets::TABLE),
    ("Mail", mail::TABLE),
    ("Twilio", twilio::TABLE),
    ("Sandbox", sandbox::TABLE),
    ("People", people::TABLE),
    ("Limits", limits::TABLE),
    ("Jobs", jobs::TABLE),
    ("Outgoing connections", outgoing::TABLE),
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
