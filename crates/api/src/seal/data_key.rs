//! Keys that seal, and what they make. Nonces are 96 random bits: one key may seal 2^32 secrets before
//! two are likely to share one, and an owner has few.

use super::Spot;
use crate::context::Chance;
use crate::keys::short_id;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use ring::aead::{AES_256_GCM, Aad, LessSafeKey, NONCE_LEN, Nonce, UnboundKey};
use secrecy::{ExposeSecret as _, SecretSlice};
use std::fmt;
use uuid::Uuid;

const VERSION: &str = "v1";
const LENGTH: usize = 32;

/// A sealed text that this key did not make for this place.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("a stored secret cannot be opened: it was changed, moved, or sealed by another key")]
pub struct Unsealable;

/// Seals the keys of owners.
#[derive(Clone)]
pub struct MasterKey {
    id: String,
    key: LessSafeKey,
}

impl MasterKey {
    /// The key of these bytes, derived for this purpose alone.
    pub fn new(bytes: &[u8; LENGTH]) -> Self {
        Self {
            id: short_id(bytes),
            key: key(bytes),
        }
    }

    /// Its id, stored beside what it seals.
    pub fn id(&self) -> &str {
        &self.id
    }

    /// A new key for an owner, and how it is stored.
    pub fn new_data_key(
        &self,
        chance: &dyn Chance,
        id: Uuid,
        owner: Uuid,
    ) -> Result<(DataKey, String), Unsealable> {
        let mut bytes = [0; LENGTH];
        chance.fill(&mut bytes);
        let wrapped = encrypt(&self.key, chance, &wrapped_for(id, owner), &bytes)?;
        let new = DataKey {
            id,
            key: key(&bytes),
        };
        Ok((new, wrapped))
    }

    /// The key of an owner, as it was stored.
    pub fn data_key(&self, id: Uuid, owner: Uuid, wrapped: &str) -> Result<DataKey, Unsealable> {
        let bytes = decrypt(&self.key, &wrapped_for(id, owner), wrapped)?;
        let bytes = bytes.expose_secret().try_into().map_err(|_| Unsealable)?;
        Ok(DataKey {
            id,
            key: key(bytes),
        })
    }
}

impl fmt::Debug for MasterKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "MasterKey({})", self.id)
    }
}

/// Seals the secrets of one owner.
pub struct DataKey {
    id: Uuid,
    key: LessSafeKey,
}

impl DataKey {
    /// A secret as it is stored in its place.
    pub fn seal(
        &self,
        chance: &dyn Chance,
        spot: Spot<'_>,
        secret: &[u8],
    ) -> Result<String, Unsealable> {
        let sealed = encrypt(&self.key, chance, &spot.authenticated(), secret)?;
        Ok(format!("{VERSION}.{}.{sealed}", self.id.simple()))
    }

    /// The secret that was stored in this place.
    pub fn open(&self, spot: Spot<'_>, stored: &str) -> Result<SecretSlice<u8>, Unsealable> {
        match parts(stored) {
            Some((id, sealed)) if id == self.id => {
                decrypt(&self.key, &spot.authenticated(), sealed)
            }
            _ => Err(Unsealable),
        }
    }
}

impl fmt::Debug for DataKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DataKey({})", self.id)
    }
}

/// Which key sealed a stored text, and what it made.
pub(super) fn parts(stored: &str) -> Option<(Uuid, &str)> {
    let (id, sealed) = stored
        .strip_prefix(VERSION)?
        .strip_prefix('.')?
        .split_once('.')?;
    Some((Uuid::try_parse(id).ok()?, sealed))
}

fn wrapped_for(id: Uuid, owner: Uuid) -> String {
    format!("data key|{owner}|{id}")
}

fn key(bytes: &[u8; LENGTH]) -> LessSafeKey {
    match UnboundKey::new(&AES_256_GCM, bytes) {
        Ok(unbound) => LessSafeKey::new(unbound),
        // AES-256 takes any 32 bytes.
        Err(_) => std::process::abort(),
    }
}

fn encrypt(
    key: &LessSafeKey,
    chance: &dyn Chance,
    authenticated: &str,
    plain: &[u8],
) -> Result<String, Unsealable> {
    let mut nonce = [0; NONCE_LEN];
    chance.fill(&mut nonce);
    let mut sealed = plain.to_vec();
    let unique = Nonce::assume_unique_for_key(nonce);
    key.seal_in_place_append_tag(unique, Aad::from(authenticated.as_bytes()), &mut sealed)
        .map_err(|_| Unsealable)?;
    Ok(URL_SAFE_NO_PAD.encode([&nonce[..], &sealed].concat()))
}

fn decrypt(
    key: &LessSafeKey,
    authenticated: &str,
    stored: &str,
) -> Result<SecretSlice<u8>, Unsealable> {
    let bytes = URL_SAFE_NO_PAD.decode(stored).map_err(|_| Unsealable)?;
    let (nonce, sealed) = bytes.split_at_checked(NONCE_LEN).ok_or(Unsealable)?;
    let nonce = Nonce::try_assume_unique_for_key(nonce).map_err(|_| Unsealable)?;
    let mut sealed = sealed.to_vec();
    let plain = key
        .open_in_place(nonce, Aad::from(authenticated.as_bytes()), &mut sealed)
        .map_err(|_| Unsealable)?;
    Ok(plain.to_vec().into())
}
