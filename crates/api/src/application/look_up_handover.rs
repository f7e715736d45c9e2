//! `POST /public/v1/handovers/look-up`

use super::{code, hand_over, store};
use crate::answer::ok;
use crate::context::Context;
use crate::extract::Valid;
use crate::keys::Purpose;
use crate::refusal::Answer;
use crate::{clients, links, partners};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, LinkId, PartnerId};
use gangway_domain::wire::{HandoverPage, Token};

/// Looks up what a handed-over link opens; changes nothing
#[utoipa::path(tag = "Application", request_body = Token,
    responses((status = 200, body = HandoverPage)), extensions(("x-public" = json!(true))))]
#[post("/public/v1/handovers/look-up")]
pub async fn look_up_handover(ctx: Data<Context>, body: Valid<Token>) -> Answer {
    let db = ctx.db.reader();
    let opened = links::open(db, Purpose::Handover, &body.body.token).await?;
    let row = store::load(db, LinkId(opened.subject))
        .await?
        .ok_or_else(links::unknown)?;
    if opened.generation != hand_over::GENERATION {
        return Err(links::revoked());
    }
    if row.expires_at <= ctx.now() {
        return Err(links::expired());
    }
    let partner = PartnerId(row.partner_id);
    let client = clients::load(db, partner, ClientId(row.client_id)).await?;
    let client = client.filter(|client| client.deleted_at.is_none());
    let client = client.ok_or_else(links::unknown)?;
    ok(&HandoverPage {
        client_name: client.name.unwrap_or_default(),
        website: client.website.unwrap_or_default(),
        code: code::code(&ctx, &client.application_key),
        contact: partners::contact(&partners::load(db, partner).await?),
    })
}
