//! `POST /api/v1/clients/{id}/onboarding/company-info`

use super::advance::{Author, apply, refuse_unless_open};
use super::show::show;
use super::{draft, store};
use crate::answer::Kept;
use crate::clients::{self, Company, Written};
use crate::context::Context;
use crate::events::record;
use crate::extract::{May, PathId, Valid, WriteOnboarding};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{CompanyInfo, Onboarding};
use gangway_domain::wizard::{Event as Happened, Step, StepState};

/// Submits Company Info
///
/// The client's record takes it over and the step is done. The same again changes nothing.
#[utoipa::path(tag = "Set-up", params(("id" = ClientId, Path, description = "The client.")),
    request_body = CompanyInfo, responses((status = 200, body = Onboarding)),
    extensions(("x-scope" = json!("onboarding:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/{id}/onboarding/company-info")]
pub async fn submit_company_info(
    ctx: Data<Context>,
    may: May<WriteOnboarding>,
    id: PathId<ClientId>,
    key: IdempotencyKey,
    body: Valid<CompanyInfo>,
) -> Answer {
    let (caller, id) = (may.0, id.0);
    let partner = caller.partner;
    let company = Company::parse(&body.body, "")?;
    let request = Request {
        principal: caller.principal(),
        operation: "submit_company_info",
        key: &key,
        body_hash: &format!("{id}:{}", body.hash),
    };
    once(&ctx, request, async |tx| {
        let mut set_up = store::hold(tx, partner, id).await?;
        refuse_unless_open(&set_up.standing.progress, Step::CompanyInfo)?;
        let again = set_up.standing.progress.of(Step::CompanyInfo) == StepState::Done;
        // Read while the set-up is held: a submit in another tab has come to its end.
        let row = clients::require(tx, &caller, id).await?;
        let written = clients::write_company(&ctx, tx, &row, &company).await?;
        if again && written == Written::Changed {
            record(&ctx, tx, company.changed_event(&caller, &row)).await?;
        }
        let done = Happened::Complete(Step::CompanyInfo);
        apply(&ctx, tx, id, &mut set_up, done, &Author::Caller(&caller)).await?;
        set_up.draft.company_info = None;
        let text = draft::written(&set_up.draft)?;
        store::write_draft(&ctx, tx, partner, id, &text, false).await?;
        Kept::ok(&show(tx, partner, id, set_up).await?)
    })
    .await
}
