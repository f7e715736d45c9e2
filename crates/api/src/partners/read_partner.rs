//! `GET /api/v1/partner`

use super::store;
use crate::answer::tagged;
use crate::context::Context;
use crate::extract::{May, ReadPartner};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::wire::Partner;

/// Reads the partner and its settings
#[utoipa::path(tag = "Partner", responses((status = 200, body = Partner)),
    extensions(("x-scope" = json!("partner:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/partner")]
pub async fn read_partner(ctx: Data<Context>, may: May<ReadPartner>) -> Answer {
    let row = store::load(ctx.db.reader(), may.0.partner).await?;
    tagged(row.version, &store::show(&ctx, row))
}
