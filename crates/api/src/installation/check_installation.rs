//! `POST /api/v1/clients/{id}/installation-checks`

use super::show::show;
use super::store;
use crate::answer::Kept;
use crate::application::allowed_origins;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, PathId, Valid, WriteApplication};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::jobs::{self, Job};
use crate::refusal::{Answer, Refusal};
use crate::{clients, limits};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, InstallationCheckId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::WebsiteAddress;
use gangway_domain::wire::{CheckInstallation, InstallationCheck};
use gangway_entities::client;
use serde_json::json;

/// Has Gangway look for the application's code on the client's web site
///
/// The page is fetched behind the scenes, within ten seconds: read the installation to see what was
/// found. Only pages of the client's own web site are looked at. A newer look takes the place of an
/// older one.
#[utoipa::path(tag = "Application", params(("id" = ClientId, Path, description = "The client.")),
    request_body = CheckInstallation, responses((status = 202, body = InstallationCheck)),
    extensions(("x-scope" = json!("application:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/installation-checks")]
pub async fn check_installation(
    ctx: Data<Context>,
    may: May<WriteApplication>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<CheckInstallation>,
) -> Answer {
    let (caller, client) = (may.0, id.0);
    let partner = caller.partner;
    let request = Request {
        principal: caller.principal(),
        operation: "check_installation",
        key: &key,
        body_hash: &format!("{client}:{}", body.hash),
    };
    once(&ctx, request, async |tx| {
        let row = clients::require(tx, &caller, client).await?;
        let page = page_of(&row, body.body.page.as_deref())?;
        limits::installation_check(&ctx, tx, partner, client).await?;
        let check = store::ask(&ctx, tx, partner, client, page.as_str()).await?;
        let id = InstallationCheckId(check.id);
        let job = Job::InstallationChecked { partner, check: id };
        let once = Some(format!("installation_checked:{id}"));
        jobs::enqueue(&ctx, tx, job, Some(partner), once, ctx.now()).await?;
        let asked = Event::by(&caller, "installation.check_asked", id).about(client);
        record(&ctx, tx, asked.with(json!({"page": check.page}))).await?;
        Kept::accepted(
            Some(format!("/api/v1/clients/{client}/installation")),
            &show(check),
        )
    })
    .await
}

/// The page to look at: one of the client's own.
fn page_of(row: &client::Model, wanted: Option<&str>) -> Result<WebsiteAddress, Refusal> {
    let website = row.website.as_deref().ok_or_else(no_website)?;
    let wanted = wanted.map(str::trim).filter(|wanted| !wanted.is_empty());
    let page = wanted.unwrap_or(website);
    let page = WebsiteAddress::parse(page).map_err(|r| Refusal::rejected("/page", &r))?;
    if allowed_origins(Some(website)).allows(page.origin()) {
        return Ok(page);
    }
    Err(Refusal::field(
        "/page",
        "foreign_page",
        format!("Enter a page of your own website, {website}."),
    ))
}

fn no_website() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "Fill in the company's website first, under Company settings.",
    )
}
