//! A bought number becomes the client's: order, step and event in one transaction.

use super::{hooks, store};
use crate::context::Context;
use crate::events::{Event, record};
use crate::onboarding;
use crate::refusal::Refusal;
use crate::telemetry::metrics::number_spare;
use gangway_domain::ids::{ClientId, NumberOrderId, PartnerId};
use gangway_domain::wizard::Step;
use gangway_entities::number_order::Model;
use gangway_twilio::IncomingNumber;
use serde_json::json;

/// Assigns the number, unless another worker assigned one meanwhile.
pub async fn assign(ctx: &Context, row: &Model, number: &IncomingNumber) -> Result<(), Refusal> {
    let (partner, client) = (PartnerId(row.partner_id), ClientId(row.client_id));
    let IncomingNumber {
        phone_number, sid, ..
    } = number;
    let tx = ctx.db.begin().await?;
    let order = NumberOrderId(row.id);
    let hooked = number.sms_url.as_deref() == Some(hooks::text_address(ctx, order).as_str());
    let hook_base = hooked.then(|| hooks::base(ctx));
    if !store::assign(ctx, &tx, row, number, hook_base).await? {
        tx.rollback().await?;
        return look_for_a_spare(ctx, row, sid).await;
    }
    if !hooked {
        hooks::schedule(ctx, &tx, partner, order).await?;
    }
    onboarding::step_done(ctx, &tx, partner, client, Step::EnableSms, None).await?;
    let event = Event::of("sms_number.assigned", row.id)
        .at(partner)
        .about(client);
    record(ctx, &tx, event.with(json!({ "number": phone_number }))).await?;
    fail::fail_point!("before_number_commit", |_| std::process::abort());
    tx.commit().await?;
    fail::fail_point!("after_number_commit", |_| std::process::abort());
    metrics::counter!("gangway_numbers_assigned_total").increment(1);
    Ok(())
}

/// A worker that lost its lease in the middle may have bought beside the one that took over. A
/// person decides: giving a number back cannot be undone. Where the order itself has gone meanwhile,
/// nobody has seen the number, and it goes back.
async fn look_for_a_spare(ctx: &Context, row: &Model, sid: &str) -> Result<(), Refusal> {
    let order = NumberOrderId(row.id);
    match store::load(ctx.db.reader(), PartnerId(row.partner_id), order).await? {
        Some(kept) if kept.phone_number_sid.as_deref() != Some(sid) => {
            number_spare();
            tracing::error!(%order, sid, "a second number was bought for one order: release it at Twilio");
        }
        Some(_) => {}
        None => give_back(ctx, order, sid).await,
    }
    Ok(())
}

async fn give_back(ctx: &Context, order: NumberOrderId, sid: &str) {
    let Some(twilio) = &ctx.twilio else { return };
    match twilio.release_number(sid).await {
        Ok(_) => tracing::warn!(%order, sid, "the order has gone, so its number was given back"),
        Err(error) => {
            number_spare();
            tracing::error!(%order, sid, "a number belongs to nobody: release it at Twilio: {error}");
        }
    }
}
