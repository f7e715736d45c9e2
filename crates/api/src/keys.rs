//! Keys made from the installation's secret, one per purpose, and the tokens they make.
//!
//! A link's token is an HMAC over what it opens, so that a job or "copy link" can make it again from
//! an id; the database holds only its SHA-256, and without the secret key no token can be made.

use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gangway_domain::ids::{PersonId, SessionId};
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
            Self::Handover => "handover",
        }
    }
}

/// Keys for access tokens, refresh tokens and links.
#[derive(Clone)]
pub struct Keys {
    access: SecretSlice<u8>,
    access_id: String,
    refresh: hmac::Key,
    links: hmac::Key,
    limits: hmac::Key,
    devices: hmac::Key,
}

impl Keys {
    /// Derives every key from the secret with HKDF-SHA256.
    pub fn derive(secret: &[u8]) -> Self {
        let prk = hkdf::Salt::new(hkdf::HKDF_SHA256, b"gangway v1").extract(secret);
        let access = SecretSlice::from(expand(&prk, b"access token").to_vec());
        let access_id = hex(digest::digest(&digest::SHA256, access.expose_secret()).as_ref())
            .chars()
            .take(16)
            .collect();
        Self {
            access,
            access_id,
            refresh: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"refresh token")),
            links: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"links")),
            limits: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"limits")),
            devices: hmac::Key::new(hmac::HMAC_SHA256, &expand(&prk, b"known devices")),
        }
    }

    /// The key that signs access tokens.
    pub fn access(&self) -> &[u8] {
        self.access.expose_secret()
    }

    /// Its id, sent as `kid`.
    pub fn access_id(&self) -> &str {
        &self.access_id
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
