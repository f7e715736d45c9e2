//! Tries at passwords: counted per caller's address and per account, known or not.

use super::bucket::{Bucket, look_all, take_all};
use super::known_device::known_device;
use super::table::{GUESSING_NOTICE, PASSWORD_CHECK, PASSWORD_CHECK_ON_KNOWN_DEVICE, SIGN_IN};
use super::{CallerAddress, refuse_if_dry};
use crate::context::Context;
use crate::mails;
use crate::refusal::Refusal;
use actix_web::HttpRequest;
use gangway_domain::ids::PersonId;
use gangway_domain::values::EmailAddress;
use gangway_entities::person;
use sea_orm::DatabaseTransaction;

/// A try that was let through.
#[must_use = "a right password is given back"]
pub struct Guess([Bucket; 2]);

/// Lets a password be tried for an email, or refuses. An email without an account is counted alike.
pub async fn guess(
    ctx: &Context,
    request: &HttpRequest,
    email: &EmailAddress,
    person: Option<&person::Model>,
) -> Result<Guess, Refusal> {
    let caller = CallerAddress::of(request);
    let device = person.and_then(|person| known_device(ctx, request, PersonId(person.id)));
    let account = match device {
        Some(device) => Bucket::of(ctx, &PASSWORD_CHECK_ON_KNOWN_DEVICE, &device.to_string()),
        None => Bucket::of(ctx, &PASSWORD_CHECK, email.as_str()),
    };
    let buckets = [Bucket::of(ctx, &SIGN_IN, &caller.subject()), account];
    let dry = take_all(ctx, &buckets).await?;
    if dry.is_some_and(|dry| dry.limit.name == PASSWORD_CHECK.name) {
        tell_owner(ctx, email, person).await?;
    }
    refuse_if_dry(dry)?;
    Ok(Guess(buckets))
}

impl Guess {
    /// The password was right: it counts for nothing.
    pub async fn was_right(&self, tx: &DatabaseTransaction) -> Result<(), Refusal> {
        for bucket in &self.0 {
            bucket.give_back(tx).await?;
        }
        Ok(())
    }
}

/// Tells the owner that strangers try passwords, once in a while.
async fn tell_owner(
    ctx: &Context,
    email: &EmailAddress,
    person: Option<&person::Model>,
) -> Result<(), Refusal> {
    let notice = Bucket::of(ctx, &GUESSING_NOTICE, email.as_str());
    if look_all(ctx, std::slice::from_ref(&notice))
        .await?
        .is_some()
    {
        return Ok(());
    }
    let tx = ctx.db.begin().await?;
    let first = notice.take(ctx, &tx).await?.is_none();
    if let (true, Some(person)) = (first, person) {
        let id = PersonId(person.id);
        mails::queue(ctx, &tx, None, "password_guessing", id, email).await?;
    }
    tx.commit().await?;
    ctx.job_bell.notify_waiters();
    Ok(())
}
