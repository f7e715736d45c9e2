//! A client whose set-up begins with an accepted invitation.

use super::store;
use crate::context::Context;
use crate::events::{Event, record};
use crate::onboarding;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, PersonId, PlaceId};
use gangway_domain::wizard::Progress;
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// Makes a client of which nothing is known but who was invited, with every step of its set-up
/// still to do, by the person who accepted.
pub async fn begin(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    contact_email: impl AsRef<str>,
    created_by: Option<PlaceId>,
    person: PersonId,
) -> Result<ClientId, Refusal> {
    let id = store::insert(ctx, tx, partner, contact_email.as_ref(), created_by, None).await?;
    onboarding::begin(ctx, tx, partner, id, Progress::default()).await?;
    record(
        ctx,
        tx,
        Event::of("client.created", id)
            .at(partner)
            .about(id)
            .done_by(person)
            .with(json!({"name": contact_email.as_ref()})),
    )
    .await?;
    Ok(id)
}
