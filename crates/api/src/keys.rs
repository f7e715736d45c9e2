//! Keys made from the installation's secret, one per purpose, and the tokens they make.
//!
//! A link's token is an HMAC over what it opens, so that a job or "copy link" can make it again from
//! an id; the database holds only its SHA-256, and without the secret key no token can be made.

use crate::seal::MasterKey;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gangway_domain::ids::{ClientId, PersonId, SessionId};
use ring::{digest, hkdf, hmac};
use secrecy::{ExposeSecret as _, SecretSlice};
use std::fmt::Write as _;
use uuid::Uuid;

/// What a link opens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// An invitation.
    Invite,
    /// A partner's shareable link.
    PartnerLink,
    /// A sign-up.
    SignUp,
    /// A new password.
    PasswordReset,
    /// A new email address.
    EmailChange,
    /// A handed-over step.
    Handover,
}

impl Purpose {
    /// The purpose as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Invite => "invite",
            Self::PartnerLink => "partner_link",
            Self::SignUp => "sign_up",
            Self::PasswordReset => "password_reset",
            Self::EmailChange => "email_change",
            Self::Handover => "handover",
        }
    }
}

/// Keys for access tokens, refresh tokens and links.
#[derive(Clone)]
pub struct Keys {
    signing: SigningKey,
    previous_signing: Option<SigningKey>,
    refresh: hmac::Key,
    links: hmac::Key,
    limits: hmac::Key,
    devices: hmac::Key,
    challenges: hmac::Key,
    recovery_codes: hmac::Key,
    visits: hmac::Key,
    master: MasterKey,
}

/// A key that signs access tokens, with the id that stands in them as `kid`.
#[derive(Clone)]
struct SigningKey {
    id: String,
    key: SecretSlice<u8>,
}

impl SigningKey {
    fn derive(secret: &[u8]) -> Self {
        let key = expand(&extract(secret), b"access token");
        Self {
            id: short_id(&key),
            key: SecretSlice::from(key.to_vec()),
        }
    }
}

impl Keys {
    /// Derives every key from the secret with HKDF-SHA256.
    pub fn derive(secret: &[u8]) -> Self {
        let prk = extract(secret);
        Self {
            signing: SigningKey::derive(secret),
            previous_signing: None,
            refresh: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"refresh token")),
            links: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"links")),
            limits: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"limits")),
            devices: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"known devices")),
            challenges: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"sign-in challenges")),
            recovery_codes: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"recovery codes")),
            visits: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"visits")),
            master: MasterKey::new(&expand(&prk, b"stored secrets")),
        }
    }

    /// The same, signing access tokens by a secret of its own and reading those of the one before.
    #[must_use]
    pub fn signing_by(mut self, current: Option<&[u8]>, previous: Option<&[u8]>) -> Self {
        if let Some(current) = current {
            self.signing = SigningKey::derive(current);
        }
        self.previous_signing = previous.map(SigningKey::derive);
        self
    }

    /// The key that signs access tokens.
    pub fn access(&self) -> &[u8] {
        self.signing.key.expose_secret()
    }

    /// Its id, sent as `kid`.
    pub fn access_id(&self) -> &str {
        &self.signing.id
    }

    /// The key of that id: the one that signs, or the one before while it is still borne.
    pub fn access_by_id(&self, id: &str) -> Option<&[u8]> {
        let known = [Some(&self.signing), self.previous_signing.as_ref()];
        let named = known.into_iter().flatten().find(|known| known.id == id);
        named.map(|named| named.key.expose_secret())
    }

    /// What seals the keys that seal stored secrets.
    pub fn master(&self) -> &MasterKey {
        &self.master
    }

    /// The token that makes the first partner of this installation.
    pub fn first_set_up_token(&self) -> String {
        URL_SAFE_NO_PAD.encode(hmac::sign(&self.links, b"first_set_up"))
    }

    /// The proof that a person's password was right until a time in seconds since 1970; void once the
    /// password's hash is another.
    pub fn challenge(&self, person: PersonId, password_hash: &str, until_s: i64) -> String {
        let text = format!("{person}|{password_hash}|{until_s}");
        let tag = URL_SAFE_NO_PAD.encode(hmac::sign(&self.challenges, text.as_bytes()));
        format!("{}.{until_s}.{tag}", person.0.simple())
    }

    /// Whose challenge a text claims to be, and until when; to be made again and compared.
    pub fn read_challenge(token: &str) -> Option<(PersonId, i64)> {
        let mut parts = token.split('.');
        let person = PersonId(Uuid::try_parse(parts.next()?).ok()?);
        let until_s: i64 = parts.next()?.parse().ok()?;
        (parts.next().is_some() && parts.next().is_none()).then_some((person, until_s))
    }

    /// Whether a challenge is the one that was made for this person, hash and time.
    pub fn is_challenge(&self, token: &str, made_for: (PersonId, &str, i64)) -> bool {
        let (person, password_hash, until_s) = made_for;
        let Some((whose, tag)) = token.rsplit_once('.') else {
            return false;
        };
        let Ok(tag) = URL_SAFE_NO_PAD.decode(tag) else {
            return false;
        };
        let text = format!("{person}|{password_hash}|{until_s}");
        whose == format!("{}.{until_s}", person.0.simple())
            && hmac::verify(&self.challenges, text.as_bytes(), &tag).is_ok()
    }

    /// What the database keeps of a recovery code: without the secret it cannot be guessed from there.
    pub fn recovery_code(&self, person: PersonId, code: &str) -> String {
        let text = format!("{person}|{code}");
        hex(hmac::sign(&self.recovery_codes, text.as_bytes()).as_ref())
    }

    /// The token of a link: 43 characters of base64url.
    pub fn link_token(&self, purpose: Purpose, subject: Uuid, generation: i32) -> String {
        let text = format!("{}|{subject}|{generation}", purpose.as_str());
        URL_SAFE_NO_PAD.encode(hmac::sign(&self.links, text.as_bytes()))
    }

    /// The refresh token of a session's generation.
    pub fn refresh_token(&self, session: SessionId, generation: i32) -> String {
        let text = format!("{session}|{generation}");
        let tag = URL_SAFE_NO_PAD.encode(hmac::sign(&self.refresh, text.as_bytes()));
        format!("{}.{generation}.{tag}", session.0.simple())
    }

    /// The session and generation of a refresh token that we made; none for any other text.
    pub fn read_refresh_token(&self, token: &str) -> Option<(SessionId, i32)> {
        let mut parts = token.split('.');
        let session = SessionId(Uuid::try_parse(parts.next()?).ok()?);
        let generation: i32 = parts.next()?.parse().ok()?;
        let tag = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let text = format!("{session}|{generation}");
        hmac::verify(&self.refresh, text.as_bytes(), &tag).ok()?;
        (parts.next().is_none() && self.refresh_token(session, generation) == token)
            .then_some((session, generation))
    }

    /// What a limit is counted under: tells neither whose address nor which it is.
    pub fn limit_bucket(&self, limit: &str, subject: &str) -> String {
        let text = format!("{limit}|{subject}");
        hex(hmac::sign(&self.limits, text.as_bytes()).as_ref())
    }

    /// The proof that a person signed in on a device, good until a time in seconds since 1970.
    pub fn device_token(&self, device: Uuid, person: PersonId, until_s: i64) -> String {
        let text = format!("{device}|{person}|{until_s}");
        let tag = URL_SAFE_NO_PAD.encode(hmac::sign(&self.devices, text.as_bytes()));
        format!("{}.{}.{until_s}.{tag}", device.simple(), person.0.simple())
    }

    /// The proof that a visit of a client's application began at a time in milliseconds since 1970.
    pub fn visit(&self, client: ClientId, visit: Uuid, begun_ms: i64) -> String {
        let text = format!("{client}|{visit}|{begun_ms}");
        let tag = URL_SAFE_NO_PAD.encode(hmac::sign(&self.visits, text.as_bytes()));
        format!("{}.{begun_ms}.{tag}", visit.simple())
    }

    /// Visit and beginning of a proof that we made for this client; none for any other text.
    pub fn read_visit(&self, client: ClientId, token: &str) -> Option<(Uuid, i64)> {
        let mut parts = token.split('.');
        let visit = Uuid::try_parse(parts.next()?).ok()?;
        let begun_ms: i64 = parts.next()?.parse().ok()?;
        let tag = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let text = format!("{client}|{visit}|{begun_ms}");
        hmac::verify(&self.visits, text.as_bytes(), &tag).ok()?;
        let whole = self.visit(client, visit, begun_ms) == token;
        (parts.next().is_none() && whole).then_some((visit, begun_ms))
    }

    /// Device, person and end of a proof that we made; none for any other text.
    pub fn read_device_token(&self, token: &str) -> Option<(Uuid, PersonId, i64)> {
        let mut parts = token.split('.');
        let device = Uuid::try_parse(parts.next()?).ok()?;
        let person = PersonId(Uuid::try_parse(parts.next()?).ok()?);
        let until_s: i64 = parts.next()?.parse().ok()?;
        let tag = URL_SAFE_NO_PAD.decode(parts.next()?).ok()?;
        let text = format!("{device}|{person}|{until_s}");
        hmac::verify(&self.devices, text.as_bytes(), &tag).ok()?;
        let whole = self.device_token(device, person, until_s) == token;
        (parts.next().is_none() && whole).then_some((device, person, until_s))
    }
}

/// SHA-256 in lower-case hex; what the database keeps of a token.
pub fn token_hash(token: &str) -> String {
    hex(digest::digest(&digest::SHA256, token.as_bytes()).as_ref())
}

/// Bytes in lower-case hex.
pub fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut text, byte| {
        // Writing to a String cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

/// Sixteen hex digits that name a key and tell nothing of it.
pub fn short_id(key: &[u8]) -> String {
    let hash = hex(digest::digest(&digest::SHA256, key).as_ref());
    hash.chars().take(16).collect()
}

fn extract(secret: &[u8]) -> hkdf::Prk {
    hkdf::Salt::new(hkdf::HKDF_SHA256, b"gangway v1").extract(secret)
}

fn expand(prk: &hkdf::Prk, purpose: &[u8]) -> [u8; 32] {
    let mut key = [0; 32];
    let info = [purpose];
    // HKDF-SHA256 gives up to 8,160 bytes; 32 cannot fail.
    if let Ok(okm) = prk.expand(&info, hkdf::HKDF_SHA256)
        && okm.fill(&mut key).is_ok()
    {
        return key;
    }
    std::process::abort()
}
