//! `POST /api/v1/partner-links/{id}/revoke`

use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, PathId, WritePartner};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::PartnerLinkId;
use gangway_domain::wire::PartnerLink;

/// Takes a shareable link back
#[utoipa::path(tag = "Invitations", params(("id" = PartnerLinkId, Path, description = "The link.")),
    responses((status = 200, body = PartnerLink)), extensions(("x-scope" = json!("partner:write"))))]
#[post("/api/v1/partner-links/{id}/revoke")]
pub async fn revoke_partner_link(
    ctx: Data<Context>,
    may: May<WritePartner>,
    id: PathId<PartnerLinkId>,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    store::require(&tx, caller.partner, id.0).await?;
    if store::revoke(&ctx, &tx, caller.partner, id.0).await? {
        record(&ctx, &tx, Event::by(&caller, "partner_link.revoked", id.0)).await?;
    }
    let row = store::require(&tx, caller.partner, id.0).await?;
    tx.commit().await?;
    ok(&store::show(&ctx, row))
}
