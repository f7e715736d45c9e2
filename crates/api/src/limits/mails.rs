//! Mails, counted in the transaction that queues them: what is rolled back was not counted.
//!
//! Buckets are taken in the same order everywhere (user, partner, receiver), so that on PostgreSQL
//! no two transactions wait for each other.

use super::bucket::Bucket;
use super::refuse_if_dry;
use super::table::{
    INVITE_BY_USER, Limit, MAIL_BY_LINK, MAIL_OF_PARTNER, MAIL_TO_RECEIVER, TEST_MAIL,
};
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{PartnerId, PlaceId};
use gangway_domain::values::EmailAddress;
use sea_orm::DatabaseTransaction;

/// A mail that a partner's or client's user causes; `by` counts it as the user's invitation.
pub async fn mail_by_partner(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    by: Option<PlaceId>,
    to: &EmailAddress,
) -> Result<(), Refusal> {
    if let Some(by) = by {
        let limit = INVITE_BY_USER.per_hour(ctx.config.limits.invites_by_user);
        take(ctx, tx, &limit, &by.to_string()).await?;
    }
    take(ctx, tx, &by_people(ctx), &partner.to_string()).await?;
    take(ctx, tx, &MAIL_TO_RECEIVER, &format!("{partner}|{to}")).await
}

/// A mail that the holder of a partner's shareable link causes.
pub async fn mail_by_link(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    to: &EmailAddress,
) -> Result<(), Refusal> {
    take(ctx, tx, &by_links(ctx), &partner.to_string()).await?;
    take(ctx, tx, &MAIL_TO_RECEIVER, &format!("{partner}|{to}")).await
}

/// A mail that somebody who is not signed in asks for. Count it before the address is looked up.
pub async fn mail_asked_by_stranger(
    ctx: &Context,
    tx: &DatabaseTransaction,
    to: &EmailAddress,
) -> Result<(), Refusal> {
    take(ctx, tx, &MAIL_TO_RECEIVER, to.as_str()).await
}

/// A test mail.
pub async fn test_mail(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    to: &EmailAddress,
) -> Result<(), Refusal> {
    take(ctx, tx, &by_people(ctx), &partner.to_string()).await?;
    take(ctx, tx, &TEST_MAIL, &format!("{partner}|{to}")).await
}

/// The share of a partner's mails that its people may cause.
fn by_people(ctx: &Context) -> Limit {
    let all = ctx.config.limits.mails_of_partner;
    MAIL_OF_PARTNER.per_hour(all - share_of_links(all))
}

/// What is left for the holders of its links.
fn by_links(ctx: &Context) -> Limit {
    MAIL_BY_LINK.per_hour(share_of_links(ctx.config.limits.mails_of_partner))
}

/// Three of ten.
const fn share_of_links(all: u32) -> u32 {
    all / 10 * 3
}

async fn take(
    ctx: &Context,
    tx: &DatabaseTransaction,
    limit: &Limit,
    subject: &str,
) -> Result<(), Refusal> {
    let dry = Bucket::of(ctx, limit, subject).take(ctx, tx).await?;
    refuse_if_dry(dry)
}
