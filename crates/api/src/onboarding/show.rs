//! A set-up as it travels.

use super::store::SetUp;
use crate::partners;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::{Onboarding, StepView};
use gangway_domain::wizard::Step;
use sea_orm::ConnectionTrait;

/// A set-up as it travels, with whom to ask for help.
pub async fn show(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client_id: ClientId,
    set_up: SetUp,
) -> Result<Onboarding, Refusal> {
    let SetUp {
        standing,
        draft,
        draft_saved_at,
    } = set_up;
    let progress = standing.progress;
    let view = |step: Step| StepView {
        step,
        state: progress.of(step),
        optional: step.optional(),
    };
    Ok(Onboarding {
        client_id,
        steps: Step::ALL.into_iter().map(view).collect(),
        next: progress.next(),
        minutes_left: progress.minutes_left(),
        draft,
        draft_saved_at,
        contact: partners::contact(&partners::load(db, partner).await?),
        finished_at: standing.finished_at,
    })
}
