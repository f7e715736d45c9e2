//! The provider is told where to bring what is texted to a number: on buying it, and again whenever this
//! installation has another address, or wants it brought in another way.

use super::address::{COME_AGAIN, text_address};
use crate::context::Context;
use crate::jobs::{self, Job, Provider, Ran};
use crate::refusal::Refusal;
use crate::texting::store;
use gangway_domain::ids::{NumberOrderId, PartnerId};
use gangway_domain::wire::SmsNumberState;
use gangway_entities::finders::orders_hooked_elsewhere;
use gangway_twilio::{Error, UpdateNumber, codes};
use sea_orm::DatabaseTransaction;

/// What stands in the order for this installation's address, and for how the provider is to come there.
pub fn base(ctx: &Context) -> String {
    ctx.config.server.url(COME_AGAIN)
}

/// Queues telling the provider, for every number whose texts are brought elsewhere.
pub async fn schedule_hooks(ctx: &Context) -> Result<(), Refusal> {
    if ctx.twilio.is_none() {
        return Ok(());
    }
    let rows = orders_hooked_elsewhere(&base(ctx));
    let rows = rows.all(ctx.db.reader()).await?;
    if rows.is_empty() {
        return Ok(());
    }
    let tx = ctx.db.begin().await?;
    for row in rows {
        let (partner, order) = (PartnerId(row.partner_id), NumberOrderId(row.id));
        schedule(ctx, &tx, partner, order).await?;
    }
    tx.commit().await?;
    Ok(())
}

/// Queues telling the provider.
pub async fn schedule(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    order: NumberOrderId,
) -> Result<(), Refusal> {
    let job = Job::NumberHooked { partner, order };
    let key = Some(format!("number_hooked:{order}"));
    jobs::enqueue(ctx, tx, job, Some(partner), key, ctx.now()).await
}

/// Tells the provider.
pub async fn hook(ctx: &Context, partner: PartnerId, order: NumberOrderId) -> Ran {
    run(ctx, partner, order)
        .await
        .unwrap_or_else(|refusal| Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        })
}

async fn run(ctx: &Context, partner: PartnerId, order: NumberOrderId) -> Result<Ran, Refusal> {
    let row = store::load(ctx.db.reader(), partner, order).await?;
    let row = row.filter(|row| {
        store::state_of(row) == SmsNumberState::Assigned
            && row.hook_base.as_deref() != Some(base(ctx).as_str())
    });
    let (Some(row), Some(twilio)) = (row, &ctx.twilio) else {
        return Ok(Ran::Done);
    };
    let Some(sid) = &row.phone_number_sid else {
        return Ok(Ran::Done);
    };
    let update = UpdateNumber {
        sms_url: Some(text_address(ctx, order)),
        friendly_name: None,
    };
    match twilio.update_number(sid, &update).await {
        Ok(_) => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            store::write_hook(ctx, &row, &base(ctx)).await?;
            Ok(Ran::Done)
        }
        Err(error) => Ok(not_done(ctx, &error)),
    }
}

fn not_done(ctx: &Context, error: &Error) -> Ran {
    let why = error.to_string();
    match error {
        Error::Refused { .. } if error.code() == Some(codes::NOT_FOUND) => Ran::Dead {
            why: "the number is no longer ours at Twilio".to_owned(),
        },
        Error::Refused { .. } => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            let after = Some(chrono::Duration::hours(1));
            Ran::Again { why, after }
        }
        _ => {
            ctx.desk.failed(Provider::Twilio, ctx.now());
            Ran::ProviderDown { why, after: None }
        }
    }
}
