//! Moving a set-up on: what every way to settle a step has in common.

use super::store::{self, SetUp};
use crate::context::Context;
use crate::events::{Event, record};
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, PersonId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wizard::{Event as Happened, Outcome, Progress, Step};
use sea_orm::DatabaseTransaction;

/// Applies what happened to a held set-up, and records it with `event` as the author when it moved. False where it
/// did not.
pub(super) async fn apply(
    ctx: &Context,
    tx: &DatabaseTransaction,
    client: ClientId,
    set_up: &mut SetUp,
    happened: Happened,
    author: &Author<'_>,
) -> Result<bool, Refusal> {
    let moved = match set_up.standing.progress.apply(happened) {
        Outcome::Moved(progress) => progress,
        Outcome::AlreadySo => return Ok(false),
        Outcome::Blocked(open) => return Err(not_open(open)),
        Outcome::NotOptional => return Err(not_optional()),
    };
    set_up.standing.progress = moved;
    let (kind, step) = match happened {
        Happened::Complete(step) => ("onboarding.step_completed", step),
        Happened::Skip(step) => ("onboarding.step_skipped", step),
    };
    let facts = serde_json::json!({ "step": step });
    record(ctx, tx, author.event(kind, client).with(facts)).await?;
    if moved.next().is_none() && set_up.standing.finished_at.is_none() {
        set_up.standing.finished_at = Some(ctx.now());
        record(ctx, tx, author.event("onboarding.finished", client)).await?;
    }
    store::move_on(ctx, tx, author.partner(), client, &set_up.standing).await?;
    Ok(true)
}

/// Who moves a set-up on.
pub(super) enum Author<'a> {
    /// A person in a place.
    Caller(&'a crate::extract::Caller),
    /// A job, or a person on the way in.
    Partner(PartnerId, Option<PersonId>),
}

impl Author<'_> {
    fn partner(&self) -> PartnerId {
        match self {
            Self::Caller(caller) => caller.partner,
            Self::Partner(partner, _) => *partner,
        }
    }

    fn event(&self, kind: &'static str, client: ClientId) -> Event {
        match self {
            Self::Caller(caller) => Event::by(caller, kind, client).about(client),
            Self::Partner(partner, person) => {
                let mut event = Event::of(kind, client).at(*partner).about(client);
                event.person = *person;
                event
            }
        }
    }
}

/// The Company Administrator has a name and a password.
pub async fn credentials_done(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    person: PersonId,
) -> Result<bool, Refusal> {
    let by = Some(person);
    step_done(ctx, tx, partner, client, Step::Credentials, by).await
}

/// What a step is about has come to be by another way. Nothing happens while an earlier needed step
/// is open, nor when the step is done already: false.
pub async fn step_done(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    step: Step,
    by: Option<PersonId>,
) -> Result<bool, Refusal> {
    let mut set_up = store::hold(tx, partner, client).await?;
    if set_up.standing.progress.blocked_by(step).is_some() {
        return Ok(false);
    }
    let author = Author::Partner(partner, by);
    apply(
        ctx,
        tx,
        client,
        &mut set_up,
        Happened::Complete(step),
        &author,
    )
    .await
}

/// Refuses while a needed step before this one is open.
pub fn refuse_unless_open(progress: &Progress, step: Step) -> Result<(), Refusal> {
    progress
        .blocked_by(step)
        .map_or(Ok(()), |open| Err(not_open(open)))
}

fn not_open(open: Step) -> Refusal {
    let words = format!("{} comes first. Fill it in, then go on.", open.title());
    Refusal::new(ProblemCode::StepNotOpen, words)
}

fn not_optional() -> Refusal {
    Refusal::new(
        ProblemCode::Conflict,
        "This step cannot be left out. Fill it in to go on.",
    )
}
