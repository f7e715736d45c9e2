use super::{About, SecretKey, Setting, Values, secret_key};

/// What signs access tokens, where that is not left to the secret key.
#[derive(Clone, Debug)]
pub struct SigningKeys {
    /// Signs.
    pub current: Option<SecretKey>,
    /// Signed until a while ago; its tokens still count.
    pub previous: Option<SecretKey>,
}

static CURRENT: Setting<SecretKey> = Setting {
    about: About {
        name: "GANGWAY_SIGNING_KEY",
        key: "signing_keys.current",
        default: "",
        secret: true,
        doc: "Key that signs access tokens, made like GANGWAY_SECRET_KEY. Without it they are signed by GANGWAY_SECRET_KEY.",
    },
    parse: secret_key::parse,
};

static PREVIOUS: Setting<SecretKey> = Setting {
    about: About {
        name: "GANGWAY_SIGNING_KEY_PREVIOUS",
        key: "signing_keys.previous",
        default: "",
        secret: true,
        doc: "The key that signed access tokens before, whose tokens still count, so that nobody is signed out: the old GANGWAY_SIGNING_KEY, or the secret key where there was none. Remove it ten minutes after all instances have the new one.",
    },
    parse: secret_key::parse,
};

pub(super) static TABLE: &[&About] = &[&CURRENT.about, &PREVIOUS.about];

pub(super) fn read(values: &mut Values) -> SigningKeys {
    SigningKeys {
        current: values.get(&CURRENT),
        previous: values.get(&PREVIOUS),
    }
}
