//! The job that finds and buys a number, exactly once whatever happens in between.
//!
//! Each turn looks at the order again. Without a number written down, a number at Twilio that carries
//! the order's id is adopted, or else one is chosen and written down. With one written down, it is
//! adopted if we own it, or else bought. So a lost answer, a crash or a second worker is made good by
//! simply running again.

use super::assign::assign;
use super::choose::choose;
use super::hooks;
use super::store;
use super::trouble::Trouble;
use crate::context::Context;
use crate::jobs::{Provider, Ran};
use crate::partners;
use crate::refusal::{REFERENCE, Refusal, reference};
use crate::telemetry;
use chrono::TimeDelta;
use gangway_domain::ids::{NumberOrderId, PartnerId};
use gangway_domain::wire::SmsNumberState;
use gangway_entities::number_order::Model;
use gangway_twilio::{BuyNumber, Client, IncomingNumber, ListNumbers, codes};
use std::time::Duration;
use uuid::Uuid;

/// How long one run talks to Twilio; shorter than a job's patience, so that silence is noted.
const PATIENCE: Duration = Duration::from_secs(30);
/// Looks at the order in one run: two for each number that is tried, and two to spare.
const MOST_TURNS: usize = 12;
/// How long it is tried without anybody asking again.
const LONGEST: TimeDelta = TimeDelta::days(1);

/// Buys the number of an order.
pub async fn buy(ctx: &Context, partner: PartnerId, order: NumberOrderId) -> Ran {
    let run = async {
        run(ctx, partner, order)
            .await
            .unwrap_or_else(|refusal| Ran::Again {
                why: format!("{refusal:?}"),
                after: None,
            })
    };
    REFERENCE.scope(ctx.new_id::<Uuid>().to_string(), run).await
}

async fn run(ctx: &Context, partner: PartnerId, order: NumberOrderId) -> Result<Ran, Refusal> {
    let Some(row) = open_order(ctx, partner, order).await? else {
        return Ok(Ran::Done);
    };
    match tokio::time::timeout(PATIENCE, own_number(ctx, &row)).await {
        Ok(Ok(None)) => Ok(Ran::Done),
        Ok(Ok(Some(number))) => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            assign(ctx, &row, &number).await.map(|()| Ran::Done)
        }
        Ok(Err(Trouble::Ours(refusal))) => Err(refusal),
        Ok(Err(trouble)) => later(ctx, &row, &trouble).await,
        Err(_) => later(ctx, &row, &Trouble::Silent).await,
    }
}

async fn open_order(
    ctx: &Context,
    partner: PartnerId,
    order: NumberOrderId,
) -> Result<Option<Model>, Refusal> {
    let row = store::load(ctx.db.reader(), partner, order).await?;
    Ok(row.filter(|row| store::state_of(row) != SmsNumberState::Assigned))
}

/// The number that is the order's own at Twilio, bought if need be; none when another worker has
/// assigned one.
async fn own_number(ctx: &Context, row: &Model) -> Result<Option<IncomingNumber>, Trouble> {
    let (partner, order) = (PartnerId(row.partner_id), NumberOrderId(row.id));
    let Some(twilio) = &ctx.twilio else {
        let partner = partners::load(ctx.db.reader(), partner).await?.name;
        return Err(Trouble::NotSwitchedOn { partner });
    };
    let mut sold = Vec::new();
    for _ in 0..MOST_TURNS {
        let Some(row) = open_order(ctx, partner, order).await? else {
            return Ok(None);
        };
        let Some(chosen) = &row.phone_number else {
            if let Some(stray) = stray(twilio, order).await? {
                return Ok(Some(stray));
            }
            let chosen = choose(ctx, twilio, &sold).await?;
            if !store::write_choice(ctx, &row, &chosen).await? {
                return Err(Trouble::EnoughForADay);
            }
            fail::fail_point!("number_chosen", |_| std::process::abort());
            continue;
        };
        let bought = buy_chosen(ctx, twilio, order, chosen).await?;
        if bought.is_some() {
            return Ok(bought);
        }
        store::strike_choice(ctx, &row, chosen).await?;
        sold.push(chosen.clone());
    }
    Err(Trouble::NoNumbers)
}

/// The number written down, adopted or bought; none when it is somebody else's.
async fn buy_chosen(
    ctx: &Context,
    twilio: &Client,
    order: NumberOrderId,
    chosen: &str,
) -> Result<Option<IncomingNumber>, Trouble> {
    if let Some(owned) = twilio.find_number(chosen).await? {
        return Ok(Some(owned).filter(|owned| owned.friendly_name == name_at_twilio(order)));
    }
    let wanted = BuyNumber {
        phone_number: chosen.to_owned(),
        friendly_name: name_at_twilio(order),
        sms_url: Some(hooks::text_address(ctx, order)),
    };
    fail::fail_point!("before_buy", |_| std::process::abort());
    let bought = twilio.buy_number(&wanted).await;
    fail::fail_point!("after_buy", |_| std::process::abort());
    match bought {
        Ok(number) => Ok(Some(number)),
        Err(error) if error.number_unavailable() || error.code() == Some(codes::NUMBER_INVALID) => {
            Ok(None)
        }
        Err(error) => Err(error.into()),
    }
}

/// A number that was bought for this order and never written down as assigned: the oldest, if
/// several.
async fn stray(twilio: &Client, order: NumberOrderId) -> Result<Option<IncomingNumber>, Trouble> {
    let name = name_at_twilio(order);
    let list = ListNumbers {
        friendly_name: Some(name.clone()),
        ..ListNumbers::default()
    };
    let owned = twilio.list_numbers(&list).await?;
    Ok(owned
        .into_iter()
        .filter(|number| number.friendly_name == name)
        .min_by_key(|number| number.date_created))
}

/// What ties a number at Twilio to its order; 44 characters of the 64 that it takes.
fn name_at_twilio(order: NumberOrderId) -> String {
    format!("gangway {order}")
}

/// Tells the client, and comes back later; for a day at most, unless the client asks again.
async fn later(ctx: &Context, row: &Model, trouble: &Trouble) -> Result<Ran, Refusal> {
    // What may have gone through is looked up within seconds; only then is it trouble.
    let first = row.detail.is_none();
    let state = if trouble.effect_unknown() && first {
        SmsNumberState::Searching
    } else {
        SmsNumberState::TryAgainLater
    };
    match trouble.provider_down() {
        Some(true) => ctx.desk.failed(Provider::Twilio, ctx.now()),
        Some(false) => ctx.desk.answered(Provider::Twilio, ctx.now()),
        None => {}
    }
    let why = trouble.cause();
    if matches!(trouble, Trouble::EnoughForADay) {
        telemetry::metrics::number_refused();
    }
    let reference = reference();
    tracing::warn!(reference, order = %row.id, "no number yet: {why}");
    store::note(ctx, row, state, &trouble.plain_words(), &reference).await?;
    if ctx.now() - row.ordered_at > LONGEST {
        return Ok(Ran::Dead {
            why: format!("not in a day: {why}"),
        });
    }
    let after = trouble.retry_after();
    if trouble.provider_down() == Some(true) && !trouble.effect_unknown() {
        return Ok(Ran::ProviderDown { why, after });
    }
    Ok(Ran::Again { why, after })
}
