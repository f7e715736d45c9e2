//! `POST /api/v1/partner-links`

use super::store;
use crate::answer::{Kept, completed};
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, WritePartner};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::keys::Purpose;
use crate::links;
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::wire::PartnerLink;

/// Makes a shareable link
#[utoipa::path(tag = "Invitations", responses((status = 201, body = PartnerLink)),
    extensions(("x-scope" = json!("partner:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/partner-links")]
pub async fn make_partner_link(
    ctx: Data<Context>,
    may: May<WritePartner>,
    key: IdempotencyKey,
) -> Answer {
    let caller = may.0;
    let request = Request {
        principal: caller.principal(),
        operation: "make_partner_link",
        key: &key,
        body_hash: "",
    };
    let answer = once(&ctx, request, async |tx| {
        let row = store::create(&ctx, tx, caller.partner, caller.place_id).await?;
        record(&ctx, tx, Event::by(&caller, "partner_link.created", row.id)).await?;
        let location = format!("/api/v1/partner-links/{}", row.id);
        // Kept without the address: the database alone opens nothing.
        let kept = PartnerLink {
            url: None,
            ..store::show(&ctx, row)
        };
        Kept::created(location, &kept)
    })
    .await?;
    completed(answer, |kept: PartnerLink| {
        let address = links::address(&ctx, Purpose::PartnerLink, kept.id.0, store::GENERATION);
        Ok(PartnerLink {
            url: Some(address),
            ..kept
        })
    })
    .await
}
