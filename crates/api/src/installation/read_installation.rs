//! `GET /api/v1/clients/{id}/installation`

use super::show::{show, show_call};
use super::store;
use crate::answer::ok;
use crate::application::allowed_origins;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathId, ReadApplication};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::values::WebsiteAddress;
use gangway_domain::wire::Installation;

/// Reads what is known of the application's code on the client's web site
///
/// What was found on a web site that the company has left since is not shown.
#[utoipa::path(tag = "Application", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = Installation)),
    extensions(("x-scope" = json!("application:read"))))]
#[get("/api/v1/clients/{id}/installation")]
pub async fn read_installation(
    ctx: Data<Context>,
    may: May<ReadApplication>,
    id: PathId<ClientId>,
) -> Answer {
    let (db, partner) = (ctx.db.reader(), may.0.partner);
    let client = clients::require(db, &may.0, id.0).await?;
    let allowed = allowed_origins(client.website.as_deref());
    let is_own =
        |page: &str| WebsiteAddress::parse(page).is_ok_and(|page| allowed.allows(page.origin()));
    let check = store::newest(db, partner, id.0).await?;
    let calls = store::calls(db, partner, id.0).await?.into_iter();
    ok(&Installation {
        website: client.website,
        check: check.filter(|check| is_own(&check.page)).map(show),
        calls: calls
            .filter(|call| allowed.allows(&call.origin))
            .map(show_call)
            .collect(),
    })
}
