//! `POST /api/v1/clients/{id}/onboarding/steps/{step}/skip`

use super::advance::{Author, apply};
use super::show::show;
use super::step_in_path::StepInPath;
use super::store;
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathIds, WriteOnboarding};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Onboarding;
use gangway_domain::wizard::{Event as Happened, Step};

/// Leaves a step of a client's set-up for later
///
/// It can still be done afterwards. A step that is done stays done.
#[utoipa::path(tag = "Set-up",
    params(("id" = ClientId, Path, description = "The client."),
        ("step" = Step, Path, description = "The step.")),
    responses((status = 200, body = Onboarding)),
    extensions(("x-scope" = json!("onboarding:write"))))]
#[post("/api/v1/clients/{id}/onboarding/steps/{step}/skip")]
pub async fn skip_step(
    ctx: Data<Context>,
    may: May<WriteOnboarding>,
    ids: PathIds<ClientId, StepInPath>,
) -> Answer {
    let (caller, PathIds(id, StepInPath(step))) = (may.0, ids);
    let partner = caller.partner;
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, id).await?;
    let mut set_up = store::hold(&tx, partner, id).await?;
    apply(
        &ctx,
        &tx,
        id,
        &mut set_up,
        Happened::Skip(step),
        &Author::Caller(&caller),
    )
    .await?;
    let shown = show(&tx, partner, id, set_up).await?;
    tx.commit().await?;
    ok(&shown)
}
