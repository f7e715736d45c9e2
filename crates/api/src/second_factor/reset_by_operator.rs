//! `gangway person reset-second-factor`: for someone who lost phone and recovery codes.

use super::store;
use crate::context::Context;
use crate::events::{Event, record};
use crate::refusal::Refusal;
use crate::{mails, people};
use gangway_domain::ids::PersonId;
use gangway_domain::values::EmailAddress;

/// Switches a person's second factor off; false where nobody has that address, or it was not on. It is on
/// record, and the person is told by mail.
pub async fn reset_by_operator(ctx: &Context, email: &EmailAddress) -> Result<bool, Refusal> {
    let tx = ctx.db.begin().await?;
    let Some(person) = people::by_email(&tx, email).await? else {
        return Ok(false);
    };
    let id = PersonId(person.id);
    if !store::switch_off(&tx, id).await? {
        return Ok(false);
    }
    record(ctx, &tx, Event::of("second_factor.disabled", id)).await?;
    mails::queue(ctx, &tx, None, "second_factor_off", id, email).await?;
    tx.commit().await?;
    Ok(true)
}
