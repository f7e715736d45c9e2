use std::path::PathBuf;

use super::{About, Setting, Values, parse};

/// Which passwords are refused besides those that are easy to guess.
#[derive(Clone, Debug)]
pub struct Passwords {
    /// A file of passwords that are known to guessers.
    pub blocklist: Option<PathBuf>,
}

static BLOCKLIST: Setting<PathBuf> = Setting {
    about: About {
        name: "GANGWAY_PASSWORD_BLOCKLIST",
        key: "passwords.blocklist",
        default: "",
        secret: false,
        doc: "File of passwords that were stolen elsewhere and are refused when somebody chooses one: a password a line, or its SHA-1 as Have I Been Pwned ships them. An index of it, 8 bytes a line, is made in the data folder at the first start. Without it: none besides those that are easy to guess.",
    },
    parse: parse::path,
};

pub(super) static TABLE: &[&About] = &[&BLOCKLIST.about];

pub(super) fn read(values: &mut Values) -> Passwords {
    Passwords {
        blocklist: values.get(&BLOCKLIST),
    }
}
