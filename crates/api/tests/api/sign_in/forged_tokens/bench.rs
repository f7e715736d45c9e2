//! Where tokens are taken apart and put together again.

use crate::support::{Staff, World};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gangway_api_client::{Answer, Call, Client};
use ring::hmac;
use serde_json::Value;

/// A real token with its parts, and the key that made it.
pub struct Bench {
    pub owner: Staff,
    /// The real token.
    pub real: String,
    /// The key it is signed with.
    pub key: Vec<u8>,
    /// The installation's secret, from which all keys are derived.
    pub secret: Vec<u8>,
    /// The refresh token beside it.
    pub refresh_token: String,
    /// Tokens of links of every purpose.
    pub link_tokens: Vec<String>,
    anyone: Client,
}

impl Bench {
    pub async fn new(world: &World) -> Self {
        let owner = world.partner("Harbor IT").await;
        Self::of(world, owner)
    }

    pub fn of(world: &World, owner: Staff) -> Self {
        use gangway::keys::Purpose;
        let keys = &world.context().keys;
        let purposes = [
            Purpose::Invite,
            Purpose::PartnerLink,
            Purpose::SignUp,
            Purpose::PasswordReset,
            Purpose::Handover,
        ];
        let partner = owner.partner().0;
        let cookie = crate::sign_in::refresh_cookie(&owner.api);
        Self {
            real: owner.api.access_token().expect("a token"),
            key: keys.access().to_vec(),
            secret: world
                .context()
                .config
                .secrets
                .load()
                .expect("a secret")
                .bytes()
                .to_vec(),
            refresh_token: cookie.split_once('=').expect("a value").1.to_owned(),
            link_tokens: purposes
                .map(|purpose| keys.link_token(purpose, partner, 1))
                .to_vec(),
            anyone: world.client(),
            owner,
        }
    }

    /// Asks who is signed in, with this `Authorization`.
    pub async fn ask(&self, authorization: Option<&str>) -> Answer {
        let call = Call::get("read_me", "/api/v1/me");
        let call = match authorization {
            Some(value) => call.header("authorization", value),
            None => call,
        };
        self.anyone.exchange(&call, None).await.expect("an answer")
    }

    /// A part of the real token, decoded.
    pub fn part(&self, index: usize) -> Vec<u8> {
        let part = self.real.split('.').nth(index).expect("a part");
        URL_SAFE_NO_PAD.decode(part).expect("base64url")
    }

    pub fn header(&self) -> Value {
        serde_json::from_slice(&self.part(0)).expect("JSON")
    }

    pub fn claims(&self) -> Value {
        serde_json::from_slice(&self.part(1)).expect("JSON")
    }

    /// The real token with a changed header, signed with the right key.
    pub fn with_header(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut header = self.header();
        change(&mut header);
        self.signed(header.to_string(), self.claims().to_string())
    }

    /// The real token with changed claims, signed with the right key.
    pub fn with_claims(&self, change: impl FnOnce(&mut Value)) -> String {
        let mut claims = self.claims();
        change(&mut claims);
        self.with_payload(&claims.to_string())
    }

    /// The real header over another payload, signed with the right key.
    pub fn with_payload(&self, payload: &str) -> String {
        self.signed(self.header().to_string(), payload)
    }

    /// Signed with the right key.
    pub fn signed(&self, header: impl AsRef<[u8]>, payload: impl AsRef<[u8]>) -> String {
        signed_with(&self.key, header, payload)
    }
}

/// Signed with HMAC-SHA256 and this key.
pub fn signed_with(key: &[u8], header: impl AsRef<[u8]>, payload: impl AsRef<[u8]>) -> String {
    let text = format!("{}.{}", encoded(header), encoded(payload));
    let tag = hmac::sign(&hmac::Key::new(hmac::HMAC_SHA256, key), text.as_bytes());
    format!("{text}.{}", encoded(tag))
}

pub fn encoded(bytes: impl AsRef<[u8]>) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// Each token as a bearer token.
pub fn bearer(tokens: impl IntoIterator<Item = String>) -> Vec<String> {
    tokens
        .into_iter()
        .map(|token| format!("Bearer {token}"))
        .collect()
}
