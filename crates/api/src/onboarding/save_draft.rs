//! `PATCH /api/v1/clients/{id}/onboarding/draft`

use super::show::show;
use super::{draft, store};
use crate::answer::ok;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{May, PathId, Valid, WriteOnboarding};
use crate::refusal::Answer;
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Draft, Onboarding};

/// Saves what was typed in a client's set-up
///
/// Send one field or many: each replaces only itself, so that two tabs do not undo each other. Any
/// text will do; it is checked when the step is submitted.
#[utoipa::path(tag = "Set-up", params(("id" = ClientId, Path, description = "The client.")),
    request_body = Draft, responses((status = 200, body = Onboarding)),
    extensions(("x-scope" = json!("onboarding:write"))))]
#[patch("/api/v1/clients/{id}/onboarding/draft")]
pub async fn save_draft(
    ctx: Data<Context>,
    may: May<WriteOnboarding>,
    id: PathId<ClientId>,
    body: Valid<Draft>,
) -> Answer {
    let (partner, id) = (may.0.partner, id.0);
    let tx = ctx.db.begin().await?;
    let mut set_up = store::hold(&tx, partner, id).await?;
    let client = clients::require(&tx, &may.0, id).await?;
    set_up.draft = draft::without_submitted(draft::merge(set_up.draft, body.body), &client);
    set_up.draft_saved_at = Some(ctx.now());
    let text = draft::written(&set_up.draft)?;
    store::write_draft(&ctx, &tx, partner, id, &text, true).await?;
    // Its fields are not submitted yet: that they were typed is on record, not what.
    let event = Event::by(&may.0, "onboarding.draft_saved", id).about(id);
    record(&ctx, &tx, event).await?;
    let shown = show(&tx, partner, id, set_up).await?;
    tx.commit().await?;
    ok(&shown)
}
