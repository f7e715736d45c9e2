//! `POST /api/v1/clients/{id}/onboarding/steps/{step}/complete`

use super::advance::{Author, apply};
use super::show::show;
use super::step_in_path::StepInPath;
use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::extract::{May, PathIds, WriteOnboarding};
use crate::refusal::{Answer, Refusal};
use crate::{clients, texting};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Onboarding;
use gangway_domain::wizard::{Event as Happened, Step};

/// Marks a step of a client's set-up as done
///
/// Enable SMS is done once a number is assigned. Credentials and Company Info are done by their own
/// forms.
#[utoipa::path(tag = "Set-up",
    params(("id" = ClientId, Path, description = "The client."),
        ("step" = Step, Path, description = "The step.")),
    responses((status = 200, body = Onboarding)),
    extensions(("x-scope" = json!("onboarding:write"))))]
#[post("/api/v1/clients/{id}/onboarding/steps/{step}/complete")]
pub async fn complete_step(
    ctx: Data<Context>,
    may: May<WriteOnboarding>,
    ids: PathIds<ClientId, StepInPath>,
) -> Answer {
    let (caller, PathIds(id, StepInPath(step))) = (may.0, ids);
    let partner = caller.partner;
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, id).await?;
    let mut set_up = store::hold(&tx, partner, id).await?;
    match step {
        Step::Credentials | Step::CompanyInfo => return Err(own_form(step)),
        Step::EnableSms if texting::number(&tx, partner, id).await?.is_none() => {
            return Err(no_number());
        }
        Step::EnableSms | Step::EnableApplication | Step::InviteTeam => {}
    }
    let done = Happened::Complete(step);
    apply(&ctx, &tx, id, &mut set_up, done, &Author::Caller(&caller)).await?;
    let shown = show(&tx, partner, id, set_up).await?;
    tx.commit().await?;
    ok(&shown)
}

fn own_form(step: Step) -> Refusal {
    let words = format!("{} is done by filling it in and sending it.", step.title());
    Refusal::new(ProblemCode::Conflict, words)
}

fn no_number() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "No phone number is assigned yet. Enable an SMS number, or continue without text messaging.",
    )
}
