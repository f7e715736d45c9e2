//! `PATCH /api/v1/clients/{id}`

use super::{Company, Written, require, show_one, store};
use crate::answer::tagged;
use crate::context::Context;
use crate::events::record;
use crate::extract::{IfMatch, May, PathId, Valid, WriteClients};
use crate::onboarding;
use crate::refusal::Answer;
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Client, CompanyInfo};
use gangway_domain::wizard::Step;

/// Changes a client's company settings
///
/// All of them together, by the rules of Company Info; the application works on the new web site
/// from then on.
#[utoipa::path(tag = "Clients", params(("id" = ClientId, Path, description = "The client.")),
    request_body = CompanyInfo, responses((status = 200, body = Client)),
    extensions(("x-scope" = json!("clients:write")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/clients/{id}")]
pub async fn update_client(
    ctx: Data<Context>,
    may: May<WriteClients>,
    id: PathId<ClientId>,
    version: IfMatch,
    body: Valid<CompanyInfo>,
) -> Answer {
    let caller = may.0;
    let (partner, id) = (caller.partner, id.0);
    let tx = ctx.db.begin().await?;
    let row = require(&tx, &caller, id).await?;
    version.fits(row.version)?;
    let company = Company::parse(&body.body, "")?;
    // Whoever fills in the settings has filled in Company Info. It comes first, as in the set-up: two
    // people who write at once wait for each other in the same order.
    let by = Some(caller.person_id);
    onboarding::step_done(&ctx, &tx, partner, id, Step::CompanyInfo, by).await?;
    if store::write_company(&ctx, &tx, &row, &company).await? == Written::Changed {
        record(&ctx, &tx, company.changed_event(&caller, &row)).await?;
    }
    let (version, client) = show_one(&tx, partner, id).await?;
    tx.commit().await?;
    tagged(version, &client)
}
