//! Checking a code: tries are counted before they are made, and each code works once.

use super::store;
use crate::context::Context;
use crate::events::record;
use crate::limits::{SecondFactorTry, second_factor_try};
use crate::refusal::Refusal;
use crate::{mails, sign_in};
use gangway_domain::ids::{PersonId, PlaceId};
use gangway_domain::values::{EmailAddress, OneTimeCode};
use gangway_entities::person;
use sea_orm::DatabaseTransaction;

/// Counts a try at a code of this person, or refuses.
pub async fn count_try(ctx: &Context, person: PersonId) -> Result<SecondFactorTry, Refusal> {
    second_factor_try(ctx, person).await
}

/// A code that somebody typed as theirs.
pub struct Proof<'a> {
    /// Who.
    pub person: &'a person::Model,
    /// The place they act in, for the event.
    pub place: Option<PlaceId>,
    /// The code.
    pub code: &'a OneTimeCode,
}

impl Proof<'_> {
    /// Uses the code up in the caller's transaction. The use of a recovery code is on record, and told
    /// to its owner. Right where the second factor is not on: then no code is wanted.
    pub async fn take(
        &self,
        ctx: &Context,
        tx: &DatabaseTransaction,
        counted: &SecondFactorTry,
    ) -> Result<(), Refusal> {
        let id = PersonId(self.person.id);
        let on = store::of(tx, id).await?;
        let Some(row) = on.filter(|row| row.confirmed_at.is_some()) else {
            return Ok(());
        };
        let right = match self.code {
            OneTimeCode::App(digits) => store::use_app_code(ctx, tx, &row, digits).await?,
            OneTimeCode::Recovery(code) => {
                let used = store::use_recovery_code(ctx, tx, id, code).await?;
                if used {
                    self.tell(ctx, tx).await?;
                }
                used
            }
        };
        if !right {
            tracing::warn!(security = "second_factor_failed", "wrong code");
            return Err(wrong());
        }
        counted.was_right(tx).await
    }

    async fn tell(&self, ctx: &Context, tx: &DatabaseTransaction) -> Result<(), Refusal> {
        let id = PersonId(self.person.id);
        let kind = "second_factor.recovery_code_used";
        record(ctx, tx, sign_in::event(tx, kind, id, id, self.place).await?).await?;
        let email = EmailAddress::parse(&self.person.email).map_err(Refusal::internal)?;
        mails::queue(ctx, tx, None, "recovery_code_used", id, &email).await?;
        Ok(())
    }
}

/// The one answer to a code that is wrong, too old, or was used.
pub fn wrong() -> Refusal {
    Refusal::field(
        "/code",
        "wrong_code",
        "This code is not right, or was used. Wait for the next one your app shows, or enter a recovery code.",
    )
}
