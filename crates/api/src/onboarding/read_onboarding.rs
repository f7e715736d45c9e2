//! `GET /api/v1/clients/{id}/onboarding`

use super::show::show;
use super::store;
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathId, ReadOnboarding};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Onboarding;

/// Reads where a client's set-up stands
#[utoipa::path(tag = "Set-up", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Onboarding)),
    extensions(("x-scope" = json!("onboarding:read"))))]
#[get("/api/v1/clients/{id}/onboarding")]
pub async fn read_onboarding(
    ctx: Data<Context>,
    may: May<ReadOnboarding>,
    id: PathId<ClientId>,
) -> Answer {
    let (db, partner, id) = (ctx.db.reader(), may.0.partner, id.0);
    clients::require(db, &may.0, id).await?;
    let set_up = store::read(db, partner, id).await?;
    ok(&show(db, partner, id, set_up).await?)
}
