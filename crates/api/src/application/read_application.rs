//! `GET /api/v1/clients/{id}/application`

use super::{code, origins};
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, PathId, ReadOnboarding};
use crate::refusal::Answer;
use crate::{clients, partners, texting};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Application;

/// Reads the application code that a client places on its web site
#[utoipa::path(tag = "Application", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Application)),
    extensions(("x-scope" = json!("onboarding:read"))))]
#[get("/api/v1/clients/{id}/application")]
pub async fn read_application(
    ctx: Data<Context>,
    may: May<ReadOnboarding>,
    id: PathId<ClientId>,
) -> Answer {
    let (db, partner) = (ctx.db.reader(), may.0.partner);
    let client = clients::require(db, &may.0, id.0).await?;
    let allowed = origins::of_website(client.website.as_deref());
    ok(&Application {
        code: code::code(&ctx, &client.application_key),
        application_key: client.application_key,
        allowed_origins: allowed
            .iter()
            .map(|origin| origin.as_str().to_owned())
            .collect(),
        services_note: partners::load(db, partner).await?.services_note,
        texting: texting::number(db, partner, id.0).await?.is_some(),
    })
}
