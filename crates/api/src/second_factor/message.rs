//! What the mails about the second factor say.

use crate::context::Context;
use crate::mail::Message;
use crate::people;
use crate::refusal::Refusal;
use gangway_domain::ids::PersonId;

/// A mail, and whom it is for.
type Told = Option<(Message, Option<String>)>;

/// After it was switched on.
pub async fn on_message(ctx: &Context, person: PersonId) -> Result<Told, Refusal> {
    told(ctx, person, |first_name| Message::SecondFactorOn {
        first_name,
    })
    .await
}

/// After it was switched off.
pub async fn off_message(ctx: &Context, person: PersonId) -> Result<Told, Refusal> {
    told(ctx, person, |first_name| Message::SecondFactorOff {
        first_name,
    })
    .await
}

/// After a recovery code was used.
pub async fn recovery_code_used_message(ctx: &Context, person: PersonId) -> Result<Told, Refusal> {
    told(ctx, person, |first_name| Message::RecoveryCodeUsed {
        first_name,
    })
    .await
}

async fn told(
    ctx: &Context,
    person: PersonId,
    message: impl FnOnce(String) -> Message,
) -> Result<Told, Refusal> {
    let person = people::by_id(ctx.db.reader(), person).await?;
    Ok(person.map(|person| (message(person.first_name), None)))
}
