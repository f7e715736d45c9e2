//! `POST /api/v1/me/second-factor/set-up`

use super::{store, totp};
use crate::answer::ok;
use crate::context::Context;
use crate::events::record;
use crate::extract::{Recent, SignedIn};
use crate::refusal::{Answer, Refusal};
use crate::sign_in;
use actix_web::post;
use actix_web::web::Data;
use fast_qr::convert::Builder as _;
use fast_qr::convert::svg::SvgBuilder;
use fast_qr::{ECL, QRBuilder};
use gangway_domain::ids::PersonId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::SecondFactorSecret;
use secrecy::ExposeSecret as _;

/// Begins to set the second factor up: gives what an authenticator app is told
///
/// It counts once it is confirmed with a code of the app. Beginning again replaces a secret that was not
/// confirmed. Needs a proof of who one is that is not older than ten minutes.
#[utoipa::path(tag = "Sign-in", responses((status = 200, body = SecondFactorSecret)))]
#[post("/api/v1/me/second-factor/set-up")]
pub async fn set_up_second_factor(ctx: Data<Context>, me: Recent<SignedIn>) -> Answer {
    let me = me.0;
    let id = PersonId(me.person.id);
    let tx = ctx.db.begin().await?;
    let secret = store::begin(&ctx, &tx, id).await?.ok_or_else(is_on)?;
    let kind = "second_factor.set_up_begun";
    record(
        &ctx,
        &tx,
        sign_in::event(&tx, kind, id, id, me.place_id()).await?,
    )
    .await?;
    tx.commit().await?;
    let secret = totp::base32(secret.expose_secret());
    let uri = totp::uri("Gangway", &me.person.email, &secret);
    let qr_code = picture(&uri)?;
    ok(&SecondFactorSecret {
        secret,
        uri,
        qr_code,
    })
}

fn picture(text: &str) -> Result<String, Refusal> {
    let code = QRBuilder::new(text).ecl(ECL::M).build();
    let code = code.map_err(|error| Refusal::internal(anyhow::anyhow!("no QR code: {error:?}")))?;
    Ok(SvgBuilder::default().margin(4).to_str(&code))
}

/// The refusal where it is on.
pub fn is_on() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "Your second factor is on. Switch it off before you set up another app.",
    )
}

/// The refusal where it is not on.
pub fn is_off() -> Refusal {
    Refusal::new(ProblemCode::Conflict, "Your second factor is not on.")
}
