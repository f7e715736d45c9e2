//! `GET /api/v1/clients/{id}/sms-number`

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
use gangway_domain::wire::SmsNumber;

/// Reads how far a client's phone number is
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = SmsNumber)),
    extensions(("x-scope" = json!("onboarding:read"))))]
#[get("/api/v1/clients/{id}/sms-number")]
pub async fn read_sms_number(
    ctx: Data<Context>,
    may: May<ReadOnboarding>,
    id: PathId<ClientId>,
) -> Answer {
    let db = ctx.db.reader();
    clients::require(db, &may.0, id.0).await?;
    ok(&show(store::of_client(db, may.0.partner, id.0).await?))
}
