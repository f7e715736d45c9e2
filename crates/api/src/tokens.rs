//! Access tokens: JWTs of at most ten minutes that say who and where; never what one may do.

use crate::context::Context;
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gangway_domain::ids::{PartnerId, PersonId, PlaceId, SessionId};
use jsonwebtoken::crypto::{CryptoProvider, JwtSigner, JwtVerifier, KeyUtils};
use jsonwebtoken::errors::{Error, ErrorKind};
use jsonwebtoken::signature::{self, Signer, Verifier};
use jsonwebtoken::{Algorithm, DecodingKey, EncodingKey, Header, Validation};
use ring::hmac;
use serde::{Deserialize, Serialize};
use uuid::Uuid;

/// The `aud` of our tokens.
const AUDIENCE: &str = "gangway";
/// The `typ` of our tokens (RFC 9068).
const TYPE: &str = "at+jwt";
/// How far clocks of several servers may differ, in seconds.
const LEEWAY_S: i64 = 30;

/// What a token says.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Claims {
    iss: String,
    aud: String,
    /// The person.
    pub sub: Uuid,
    /// The session.
    pub sid: Uuid,
    /// The place the session acts in.
    pub plc: Option<Uuid>,
    /// The partner of that place.
    #[serde(default)]
    pub prt: Option<Uuid>,
    jti: Uuid,
    iat: i64,
    nbf: i64,
    exp: i64,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StrictHeader {
    alg: String,
    typ: String,
    kid: String,
}

/// Makes an access token.
pub fn issue(
    ctx: &Context,
    person: PersonId,
    session: SessionId,
    place: Option<(PlaceId, PartnerId)>,
) -> anyhow::Result<String> {
    let now = ctx.now().timestamp();
    let lifetime = ctx.config.sessions.access_token.num_seconds();
    let claims = Claims {
        iss: ctx.config.server.base_url.to_string(),
        aud: AUDIENCE.to_owned(),
        sub: person.0,
        sid: session.0,
        plc: place.map(|(place, _)| place.0),
        prt: place.map(|(_, partner)| partner.0),
        jti: ctx.new_id(),
        iat: now,
        nbf: now,
        exp: now + lifetime,
    };
    let mut header = Header::new(Algorithm::HS256);
    header.typ = Some(TYPE.to_owned());
    header.kid = Some(ctx.keys.access_id().to_owned());
    let key = EncodingKey::from_secret(ctx.keys.access());
    Ok(jsonwebtoken::encode(&header, &claims, &key)?)
}

/// What a token says, if we made it and it holds now. Every other text gives none.
pub fn read(ctx: &Context, token: &str) -> Option<Claims> {
    if token.len() > 4096 || token.split('.').count() != 3 {
        return None;
    }
    let header: StrictHeader = part(token, 0)?;
    let ours = header.alg == "HS256" && header.typ == TYPE;
    let key = ctx.keys.access_by_id(&header.kid).filter(|_| ours)?;
    if !canonical(token) {
        return None;
    }
    let mut validation = Validation::new(Algorithm::HS256);
    // Times are checked below, by the context's clock.
    validation.validate_exp = false;
    validation.validate_nbf = false;
    validation.required_spec_claims.clear();
    validation.set_audience(&[AUDIENCE]);
    validation.set_issuer(&[ctx.config.server.base_url.as_str()]);
    let key = DecodingKey::from_secret(key);
    let claims = jsonwebtoken::decode::<Claims>(token, &key, &validation)
        .ok()?
        .claims;
    holds_now(ctx, &claims).then_some(claims)
}

fn holds_now(ctx: &Context, claims: &Claims) -> bool {
    let now = ctx.now().timestamp();
    let longest = ctx.config.sessions.access_token.num_seconds();
    claims.iss == ctx.config.server.base_url.as_str()
        && claims.aud == AUDIENCE
        && claims.exp > now
        && claims.nbf <= now + LEEWAY_S
        && claims.iat <= now + LEEWAY_S
        && claims
            .exp
            .checked_sub(claims.iat)
            .is_some_and(|lasts| (0..=longest).contains(&lasts))
}

fn part<T: for<'de> Deserialize<'de>>(token: &str, index: usize) -> Option<T> {
    let bytes = URL_SAFE_NO_PAD.decode(token.split('.').nth(index)?).ok()?;
    serde_json::from_slice(&bytes).ok()
}

/// Every part is base64url in its one spelling, so that a token has no second form.
fn canonical(token: &str) -> bool {
    token.split('.').all(|part| {
        URL_SAFE_NO_PAD
            .decode(part)
            .is_ok_and(|bytes| URL_SAFE_NO_PAD.encode(bytes) == part)
    })
}

/// Makes ring the crypto behind `jsonwebtoken`, with HS256 and nothing else. May be called again.
pub fn install_crypto() {
    static RING: CryptoProvider = CryptoProvider {
        signer_factory: |algorithm, key| {
            only_hs256(*algorithm)?;
            Ok(Box::new(Hs256(hmac::Key::new(
                hmac::HMAC_SHA256,
                key.as_bytes(),
            ))))
        },
        verifier_factory: |algorithm, key| {
            only_hs256(*algorithm)?;
            let secret = key.try_get_as_bytes()?;
            Ok(Box::new(Hs256(hmac::Key::new(hmac::HMAC_SHA256, secret))))
        },
        key_utils: KeyUtils::new_unimplemented(),
    };
    // Installed before: the same provider stands.
    let _ = RING.install_default();
}

fn only_hs256(algorithm: Algorithm) -> Result<(), Error> {
    match algorithm {
        Algorithm::HS256 => Ok(()),
        _ => Err(ErrorKind::InvalidAlgorithm.into()),
    }
}

struct Hs256(hmac::Key);

impl Signer<Vec<u8>> for Hs256 {
    fn try_sign(&self, message: &[u8]) -> Result<Vec<u8>, signature::Error> {
        Ok(hmac::sign(&self.0, message).as_ref().to_vec())
    }
}

impl Verifier<Vec<u8>> for Hs256 {
    fn verify(&self, message: &[u8], tag: &Vec<u8>) -> Result<(), signature::Error> {
        hmac::verify(&self.0, message, tag).map_err(|_| signature::Error::new())
    }
}

impl JwtSigner for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}

impl JwtVerifier for Hs256 {
    fn algorithm(&self) -> Algorithm {
        Algorithm::HS256
    }
}
