//! What visitors of a widget may cause.

use super::bucket::{Bucket, look_all, take_all};
use super::table::{
    FLOOD_NOTICE, VISIT, VISITOR_TEXT_FROM_ADDRESS, VISITOR_TEXT_OF_PARTNER,
    VISITOR_TEXT_OF_WIDGET, VISITOR_TEXT_REFUSED, VISITOR_TEXT_TO_PHONE,
};
use super::{CallerAddress, refuse_if_dry};
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::PhoneNumber;
use sea_orm::DatabaseTransaction;

/// Counts a visit.
pub async fn visit(ctx: &Context, caller: &CallerAddress) -> Result<(), Refusal> {
    let bucket = Bucket::of(ctx, &VISIT, &caller.subject());
    refuse_if_dry(take_all(ctx, &[bucket]).await?)
}

/// The limits on a visitor's text.
pub struct VisitorText([Bucket; 4]);

impl VisitorText {
    /// From an address to a client's application, with a phone number in it.
    pub fn of(
        ctx: &Context,
        caller: &CallerAddress,
        (partner, client): (PartnerId, ClientId),
        phone: &PhoneNumber,
    ) -> Self {
        Self([
            Bucket::of(ctx, &VISITOR_TEXT_FROM_ADDRESS, &caller.subject()),
            Bucket::of(ctx, &VISITOR_TEXT_OF_WIDGET, &client.to_string()),
            Bucket::of(ctx, &VISITOR_TEXT_OF_PARTNER, &partner.to_string()),
            Bucket::of(ctx, &VISITOR_TEXT_TO_PHONE, phone.as_str()),
        ])
    }

    /// Refuses where one has nothing left, which costs no write.
    pub async fn look(&self, ctx: &Context) -> Result<(), Refusal> {
        refuse_if_dry(look_all(ctx, &self.0).await?)
    }

    /// Counts the text in the transaction that keeps it.
    pub async fn take(&self, ctx: &Context, tx: &DatabaseTransaction) -> Result<(), Refusal> {
        for bucket in &self.0 {
            refuse_if_dry(bucket.take(ctx, tx).await?)?;
        }
        Ok(())
    }
}

/// Notes that a limit refused a text to an application. Gives the notice once a day, when so many were that its
/// owner is to be told.
pub async fn is_flooded(ctx: &Context, client: ClientId) -> Result<Option<FloodNotice>, Refusal> {
    let subject = client.to_string();
    let refused = Bucket::of(ctx, &VISITOR_TEXT_REFUSED, &subject);
    if take_all(ctx, &[refused]).await?.is_none() {
        return Ok(None);
    }
    let notice = Bucket::of(ctx, &FLOOD_NOTICE, &subject);
    let told = look_all(ctx, std::slice::from_ref(&notice)).await?;
    Ok(told.is_none().then_some(FloodNotice(notice)))
}

/// The day's one notice to an application's owner.
pub struct FloodNotice(Bucket);

impl FloodNotice {
    /// Takes it; false where somebody else did meanwhile.
    pub async fn take(&self, ctx: &Context, tx: &DatabaseTransaction) -> Result<bool, Refusal> {
        Ok(self.0.take(ctx, tx).await?.is_none())
    }
}
