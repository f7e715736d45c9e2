use std::path::PathBuf;

use super::{About, SecretKey, Server, Setting, Values, secret_key};

/// What signs and seals.
#[derive(Clone, Debug)]
pub struct Secrets {
    /// The key from the settings, if there is one.
    pub key: Option<SecretKey>,
    /// Where the key is kept when the settings have none.
    pub key_file: PathBuf,
}

static SECRET_KEY: Setting<SecretKey> = Setting {
    about: About {
        name: "GANGWAY_SECRET_KEY",
        key: "secrets.key",
        default: "",
        secret: true,
        doc: "Key that signs sessions and links and seals stored secrets: 32 random bytes or more as base64 (openssl rand -base64 32), or a text of 32 characters or more. Without it: secret.key in the data folder, made at the first start.",
    },
    parse: secret_key::parse,
};

pub(super) static TABLE: &[&About] = &[&SECRET_KEY.about];

pub(super) fn read(values: &mut Values, server: Option<&Server>) -> Option<Secrets> {
    let key = values.get(&SECRET_KEY);
    Some(Secrets {
        key,
        key_file: server?.data_dir.join("secret.key"),
    })
}
