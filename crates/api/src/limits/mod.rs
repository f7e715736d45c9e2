//! Limits on what one caller, account, user, partner or receiver may cause: token buckets in the
//! database, so that they hold across restarts and processes.
//!
//! What is only tried (passwords, links) is counted in a short transaction of its own; a mail is
//! counted in the transaction that queues it, so that what comes to nothing counts for nothing.

mod bucket;
mod caller_address;
mod guesses;
mod key_requests;
mod known_device;
mod mails;
mod table;
mod unknown_links;
mod visitors;

pub use bucket::{Bucket, Dry, take_all};
pub use caller_address::CallerAddress;
pub use guesses::{Guess, guess};
pub use key_requests::{KeyRequests, Standing, count as count_key_request};
pub use known_device::{DEVICE_COOKIE, device_cookie};
pub use mails::{mail_asked_by_stranger, mail_by_link, mail_by_partner, test_mail};
pub use table::Limit;
pub use unknown_links::slow_down_unknown_links;
pub use visitors::{FloodNotice, VisitorText, is_flooded, visit};

use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, PersonId};
use sea_orm::DatabaseTransaction;

/// Counts a request that makes Gangway write to an address the caller names.
pub async fn mail_asked_from(ctx: &Context, caller: &CallerAddress) -> Result<(), Refusal> {
    let bucket = Bucket::of(ctx, &table::MAIL_ASKED, &caller.subject());
    refuse_if_dry(take_all(ctx, &[bucket]).await?)
}

/// A try at a code that was let through.
#[must_use = "a right code is given back"]
pub struct SecondFactorTry(Bucket);

/// Lets a code of a person's second factor be tried, or refuses.
pub async fn second_factor_try(
    ctx: &Context,
    person: PersonId,
) -> Result<SecondFactorTry, Refusal> {
    let bucket = Bucket::of(ctx, &table::SECOND_FACTOR, &person.to_string());
    refuse_if_dry(take_all(ctx, std::slice::from_ref(&bucket)).await?)?;
    Ok(SecondFactorTry(bucket))
}

impl SecondFactorTry {
    /// The code was right: it counts for nothing.
    pub async fn was_right(&self, tx: &DatabaseTransaction) -> Result<(), Refusal> {
        self.0.give_back(tx).await
    }
}

/// Counts a look at a client's web site in the transaction that asks for it.
pub async fn installation_check(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
) -> Result<(), Refusal> {
    let of_partner = &table::INSTALLATION_CHECK_OF_PARTNER;
    let buckets = [
        Bucket::of(ctx, of_partner, &partner.to_string()),
        Bucket::of(ctx, &table::INSTALLATION_CHECK, &client.to_string()),
    ];
    for bucket in buckets {
        refuse_if_dry(bucket.take(ctx, tx).await?)?;
    }
    Ok(())
}

fn refuse_if_dry(dry: Option<Dry>) -> Result<(), Refusal> {
    dry.map_or(Ok(()), |dry| Err(dry.refusal()))
}
