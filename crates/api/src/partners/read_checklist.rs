//! `GET /api/v1/checklist`

use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, ReadPartner};
use crate::places;
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::wire::{Checklist, InviteKind};
use sea_orm::PaginatorTrait as _;

/// Reads what is set up already, each item from its real state
#[utoipa::path(tag = "Partner", responses((status = 200, body = Checklist)),
    extensions(("x-scope" = json!("partner:read"))))]
#[get("/api/v1/checklist")]
pub async fn read_checklist(ctx: Data<Context>, may: May<ReadPartner>) -> Answer {
    let db = ctx.db.reader();
    let partner = may.0.partner;
    let row = store::load(db, partner).await?;
    let staff = places::at(partner, None).count(db).await?;
    let invited = crate::invites::any(db, partner, InviteKind::ClientSetup).await?;
    ok(&Checklist {
        email_notifications: row.email_checked_at.is_some(),
        onboarding_team: staff > 1,
        it_glue_connection: row.it_glue_address.is_some(),
        first_client: invited,
    })
}
