//! The one secret everything else is derived from.

use std::{
    fs, io,
    io::Write as _,
    os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _, PermissionsExt as _},
    path::Path,
};

use base64::{Engine as _, engine::general_purpose::STANDARD};
use ring::rand::{SecureRandom as _, SystemRandom};
use secrecy::{ExposeSecret as _, SecretSlice, SecretString};

use super::Secrets;

const LENGTH: usize = 32;
/// Parts of samples from manuals and of keys typed in a hurry.
const KNOWN: &[&str] = &[
    "secret",
    "changeme",
    "change-me",
    "change_me",
    "change me",
    "password",
    "passw0rd",
    "your-",
    "your_",
    "example",
    "placeholder",
    "insecure",
    "default",
    "testtest",
    "12345678",
    "abcdefgh",
    "qwertyui",
    "deadbeef",
];

/// At least 32 bytes.
#[derive(Clone, Debug)]
pub struct SecretKey(SecretSlice<u8>);

// What it holds is wiped when it is dropped.
impl zeroize::ZeroizeOnDrop for SecretKey {}

impl SecretKey {
    pub fn bytes(&self) -> &[u8] {
        self.0.expose_secret()
    }
}

/// Why there is no key.
#[derive(Debug, thiserror::Error)]
pub enum KeyFileError {
    #[error("{file}: cannot be {verb}: {source}")]
    File {
        file: String,
        verb: &'static str,
        source: io::Error,
    },
    #[error("{file}: holds no usable key, expected {expected}")]
    Content { file: String, expected: String },
    #[error("the system gives no random bytes")]
    Randomness,
}

impl Secrets {
    /// The key from the settings or the file; without a file, a new one is made and kept there.
    pub fn load_or_make(&self) -> Result<SecretKey, KeyFileError> {
        if let Some(key) = &self.key {
            return Ok(key.clone());
        }
        if !self.key_file.exists() {
            make(&self.key_file)?;
        }
        self.load()
    }

    /// The same, but makes nothing.
    pub fn load(&self) -> Result<SecretKey, KeyFileError> {
        if let Some(key) = &self.key {
            return Ok(key.clone());
        }
        let file = || self.key_file.display().to_string();
        let text = fs::read_to_string(&self.key_file)
            .map(SecretString::from)
            .map_err(|source| KeyFileError::File {
                file: file(),
                verb: "read",
                source,
            })?;
        parse(text.expose_secret().trim()).map_err(|expected| KeyFileError::Content {
            file: file(),
            expected,
        })
    }

    /// May others on this machine read the file? `false` when there is none.
    pub fn is_file_open_to_others(&self) -> bool {
        is_open_to_others(&self.key_file)
    }
}

/// May others on this machine read a file? `false` when there is none.
pub fn is_open_to_others(file: &Path) -> bool {
    fs::metadata(file).is_ok_and(|m| m.permissions().mode() & 0o077 != 0)
}

pub(super) fn parse(text: &str) -> Result<SecretKey, String> {
    let lower = text.to_ascii_lowercase();
    if KNOWN.iter().any(|sample| lower.contains(sample)) {
        return Err("a key of your own, not a known sample".into());
    }
    let bytes = match STANDARD.decode(text) {
        Ok(bytes) if bytes.len() >= LENGTH => bytes,
        _ if text.chars().count() >= LENGTH => text.as_bytes().to_vec(),
        _ => return Err("32 bytes or more as base64, or 32 characters or more".into()),
    };
    if is_repetition(&bytes) || is_repetition(text.as_bytes()) {
        return Err("a random key, not repeated characters".into());
    }
    Ok(SecretKey(bytes.into()))
}

/// Few different bytes, or a short piece again and again.
fn is_repetition(bytes: &[u8]) -> bool {
    let mut different = bytes.to_vec();
    different.sort_unstable();
    different.dedup();
    let repeats = |period| bytes.iter().skip(period).zip(bytes).all(|(a, b)| a == b);
    different.len() < 8 || (1..=bytes.len() / 2).any(repeats)
}

/// Whole or not at all, readable by its owner only; a key made meanwhile by another process stays.
fn make(path: &Path) -> Result<(), KeyFileError> {
    let failed = |verb| {
        let file = path.display().to_string();
        move |source| KeyFileError::File { file, verb, source }
    };
    let mut bytes = [0; LENGTH];
    SystemRandom::new()
        .fill(&mut bytes)
        .map_err(|_| KeyFileError::Randomness)?;
    if let Some(folder) = path.parent() {
        private_folder(folder).map_err(failed("made"))?;
    }
    let draft = path.with_extension(format!("{}.new", std::process::id()));
    let linked =
        write_private(&draft, &STANDARD.encode(bytes)).and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)
        .or_else(ignore(io::ErrorKind::NotFound))
        .map_err(failed("made"))?;
    linked
        .or_else(ignore(io::ErrorKind::AlreadyExists))
        .map_err(failed("made"))
}

fn private_folder(path: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true).mode(0o700).create(path)
}

fn write_private(path: &Path, text: &str) -> io::Result<()> {
    let mut options = fs::OpenOptions::new();
    let mut file = options
        .write(true)
        .create_new(true)
        .mode(0o600)
        .open(path)?;
    writeln!(file, "{text}")?;
    file.sync_all()
}

fn ignore(kind: io::ErrorKind) -> impl Fn(io::Error) -> io::Result<()> {
    move |error| {
        if error.kind() == kind {
            Ok(())
        } else {
            Err(error)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn se_06_a_known_or_short_secret_is_refused() {
        for wrong in [
            "secret",
            "changeme",
            "short",
            "this-is-a-secret-of-more-than-32-characters",
            "CHANGEME-CHANGEME-CHANGEME-CHANGEME",
            "change_me_to_something_longer_than_this",
            "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
            "abababababababababababababababababababab",
            "kx7Qp2Vw9kx7Qp2Vw9kx7Qp2Vw9kx7Qp2Vw9",
            "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
            "oq4bm2kzx8v0w5jt7hn1r3c6d9y",
        ] {
            assert!(parse(wrong).is_err(), "{wrong}");
        }
    }

    #[test]
    fn a_key_is_base64_or_a_long_text() {
        let base64 = parse("vJ3kzq0b3sYx4m2wq7cM5tq0yZk8o1eVnXh6g9LrT2A=").unwrap();
        assert_eq!(base64.bytes().len(), 32);
        let text = parse("correct horse battery staple, and a dog").unwrap();
        assert_eq!(text.bytes().len(), 39);
        assert!(!format!("{text:?}").contains("horse"));
    }

    #[test]
    fn a_key_file_is_made_once_and_only_for_its_owner() {
        let folder = tempfile::tempdir().unwrap();
        let key_file = folder.path().join("data/secret.key");
        let secrets = Secrets {
            key: None,
            key_file,
        };
        assert!(secrets.load().is_err());
        let first = secrets.load_or_make().unwrap();
        assert_eq!(first.bytes().len(), 32);
        assert_eq!(secrets.load_or_make().unwrap().bytes(), first.bytes());
        assert!(!secrets.is_file_open_to_others());
        assert_eq!(fs::read_dir(folder.path().join("data")).unwrap().count(), 1);
    }

    #[test]
    fn sh_03_a_key_file_with_a_wrong_key_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let key_file = folder.path().join("secret.key");
        fs::write(&key_file, "tooshort").unwrap();
        let error = Secrets {
            key: None,
            key_file,
        }
        .load_or_make()
        .unwrap_err()
        .to_string();
        assert!(
            error.contains("secret.key") && !error.contains("tooshort"),
            "{error}"
        );
    }
}
