//! The job that hands a text to the provider, at most once.
//!
//! That it is about to is written down before the provider is called. Where the provider did not get the
//! call, that is taken back and tried again. Where the answer was lost, or this process died meanwhile, the
//! text may be with the provider: it is `unknown` from then on, is looked up, and never sent again by
//! itself.

use super::outcome::{Told, fail, lose, note, note_opt_out};
use super::rules::{Obstacle, Purpose, Rules};
use super::store::{self, change};
use super::words::{source_of, state_of, state_str};
use crate::context::Context;
use crate::db::again;
use crate::jobs::{self, Job, Provider, Ran};
use crate::refusal::Refusal;
use crate::texting::conversations::{self, Pair};
use crate::texting::hooks::status_address;
use chrono::{DateTime, TimeDelta, Utc};
use gangway_domain::ids::{ClientId, ConversationId, MessageId, PartnerId};
use gangway_domain::wire::{MessageSource, MessageState};
use gangway_entities::conversation;
use gangway_entities::message::{Column, Model};
use gangway_twilio::{Client, Error, Message, SendMessage, codes};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use std::time::Duration;

/// How long one run talks to the provider; shorter than a job's patience, so that silence is noted.
const PATIENCE: Duration = Duration::from_secs(30);
/// A text that could not be handed over for so long is out of date.
const LONGEST: TimeDelta = TimeDelta::days(1);
/// When a text whose answer was lost is looked up first: then it can be seen in the list.
const LOOK_AFTER: TimeDelta = TimeDelta::seconds(5);
const TOO_OLD: &str = "It could not be handed over for a day, so it was not sent. Send it again if it is still right.";

/// What a run does with a text.
enum Begun {
    /// Nothing: it was handed over, or is not there any more.
    Nothing,
    /// Not before then.
    Wait(DateTime<Utc>),
    /// It is written down that it is handed over now.
    Go(Box<Ready>),
}

/// A text with all that handing it over needs.
struct Ready {
    row: Model,
    talk: conversation::Model,
    status_address: String,
}

/// Hands a text to the provider.
pub async fn hand_over(ctx: &Context, partner: PartnerId, id: MessageId) -> Ran {
    run(ctx, partner, id)
        .await
        .unwrap_or_else(|refusal| Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        })
}

async fn run(ctx: &Context, partner: PartnerId, id: MessageId) -> Result<Ran, Refusal> {
    let ready = match again(|| begin(ctx, partner, id)).await? {
        Begun::Nothing => return Ok(Ran::Done),
        Begun::Wait(until) => {
            let why = "it is night where the customer is".to_owned();
            let after = Some(until - ctx.now());
            return Ok(Ran::Again { why, after });
        }
        Begun::Go(ready) => *ready,
    };
    let Some(twilio) = &ctx.twilio else {
        return Ok(Ran::Done);
    };
    fail::fail_point!("before_text", |_| std::process::abort());
    let sent = tokio::time::timeout(PATIENCE, send(ctx, twilio, &ready)).await;
    fail::fail_point!("after_text", |_| std::process::abort());
    if let Ok(sent) = sent {
        return settle(ctx, &ready, sent).await;
    }
    ctx.desk.failed(Provider::Twilio, ctx.now());
    again(|| lost(ctx, &ready.row)).await
}

/// Looks at the text again and writes down that it is handed over.
async fn begin(ctx: &Context, partner: PartnerId, id: MessageId) -> Result<Begun, Refusal> {
    let tx = ctx.db.begin().await?;
    let Some(row) = store::hold(&tx, partner, id).await? else {
        return Ok(Begun::Nothing);
    };
    match state_of(&row) {
        MessageState::Queued => {}
        // A run before this one came to no end.
        MessageState::Sending if row.provider_sid.is_none() => {
            drop(tx);
            lost(ctx, &row).await?;
            return Ok(Begun::Nothing);
        }
        _ => return Ok(Begun::Nothing),
    }
    let (client, talk) = (ClientId(row.client_id), ConversationId(row.conversation_id));
    let talk = conversations::require(&tx, partner, client, talk).await?;
    let pair = Pair::from(&talk);
    let rules = Rules::of_client(&tx, partner, client).await?;
    match rules.obstacle(ctx, &tx, pair, purpose_of(&row)).await? {
        _ if ctx.now() - row.created_at > LONGEST => {
            fail(ctx, &tx, &row, TOO_OLD, None).await?;
        }
        Some(Obstacle::Quiet { until }) => {
            let words = "It waits until the morning where the customer is.";
            change(ctx, &row)
                .col_expr(Column::Detail, Expr::value(words))
                .exec(&tx)
                .await?;
            tx.commit().await?;
            return Ok(Begun::Wait(until));
        }
        Some(obstacle) => fail(ctx, &tx, &row, &obstacle.words(), None).await?,
        None => {
            change(ctx, &row)
                .col_expr(Column::State, Expr::value(state_str(MessageState::Sending)))
                .col_expr(Column::Detail, Expr::value(None::<String>))
                .col_expr(Column::AttemptedAt, Expr::value(ctx.now()))
                .exec(&tx)
                .await?;
            let row = store::load(&tx, partner, id).await?;
            let order = crate::texting::store::of_client(&tx, partner, client).await?;
            tx.commit().await?;
            let ready = row.zip(order).map(|(row, order)| Ready {
                status_address: status_address(ctx, order.id.into(), id),
                row,
                talk,
            });
            return Ok(ready.map_or(Begun::Nothing, |ready| Begun::Go(Box::new(ready))));
        }
    }
    tx.commit().await?;
    Ok(Begun::Nothing)
}

/// What Gangway sends of itself was asked for a moment ago: night is no reason against it.
fn purpose_of(row: &Model) -> Purpose {
    match source_of(row) {
        MessageSource::Automatic => Purpose::Help,
        _ => Purpose::ByPerson,
    }
}

async fn send(ctx: &Context, twilio: &Client, ready: &Ready) -> Result<Message, Error> {
    let Ready {
        row,
        talk,
        status_address,
    } = ready;
    let send = SendMessage {
        to: talk.customer_number.clone(),
        from: Some(talk.company_number.clone()),
        messaging_service_sid: ctx.config.twilio.messaging_service.clone(),
        body: row.body.clone(),
        status_callback: Some(status_address.clone()),
        validity_period_s: None,
    };
    twilio.send_message(&send).await
}

async fn settle(
    ctx: &Context,
    ready: &Ready,
    sent: Result<Message, Error>,
) -> Result<Ran, Refusal> {
    let row = &ready.row;
    match sent {
        Ok(message) => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            again(|| taken(ctx, row, &message)).await
        }
        Err(error) if error.effect_unknown() => {
            ctx.desk.failed(Provider::Twilio, ctx.now());
            tracing::warn!(message = %row.id, "it is not known whether a text was sent: {error}");
            again(|| lost(ctx, row)).await
        }
        Err(error) if error.is_retryable() => {
            again(|| take_back(ctx, row)).await?;
            Ok(later(ctx, &error))
        }
        Err(error) => {
            ctx.desk.answered(Provider::Twilio, ctx.now());
            if error.credentials_broken() {
                tracing::error!("Twilio does not let us send texts: {error}");
            }
            again(|| refused(ctx, ready, &error)).await
        }
    }
}

/// Writes down what the provider says of a text that it has, as its answer or in its list.
pub(super) async fn taken(ctx: &Context, row: &Model, message: &Message) -> Result<Ran, Refusal> {
    let tx = ctx.db.begin().await?;
    let (partner, id) = (PartnerId(row.partner_id), store::id_of(row));
    if let Some(row) = store::hold(&tx, partner, id).await? {
        let told = Told {
            sid: &message.sid,
            status: &message.status,
            error_code: message.error_code,
            segments: message.num_segments,
        };
        note(ctx, &tx, &row, told).await?;
    }
    fail::fail_point!("before_text_commit", |_| std::process::abort());
    tx.commit().await?;
    Ok(Ran::Done)
}

/// The text is `unknown` and is looked up, unless the provider told of it meanwhile.
async fn lost(ctx: &Context, row: &Model) -> Result<Ran, Refusal> {
    let tx = ctx.db.begin().await?;
    let (partner, message) = (PartnerId(row.partner_id), store::id_of(row));
    lose(ctx, &tx, row).await?;
    let job = Job::TextLookedUp { partner, message };
    let key = Some(format!("text_looked_up:{message}"));
    let at = ctx.now() + LOOK_AFTER;
    jobs::enqueue(ctx, &tx, job, Some(partner), key, at).await?;
    tx.commit().await?;
    Ok(Ran::Done)
}

/// The provider did not get the call: the text waits for another.
async fn take_back(ctx: &Context, row: &Model) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    change(ctx, row)
        .col_expr(Column::State, Expr::value(state_str(MessageState::Queued)))
        .col_expr(Column::AttemptedAt, Expr::value(None::<DateTime<Utc>>))
        .filter(Column::State.eq(state_str(MessageState::Sending)))
        .filter(Column::AttemptedAt.eq(row.attempted_at))
        .filter(Column::ProviderSid.is_null())
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(())
}

fn later(ctx: &Context, error: &Error) -> Ran {
    let why = error.to_string();
    match error {
        Error::Throttled { retry_after } => {
            ctx.desk.failed(Provider::Twilio, ctx.now());
            let after = retry_after.and_then(|wait| TimeDelta::from_std(wait).ok());
            Ran::Again { why, after }
        }
        Error::Refused { .. } => Ran::Again {
            why,
            after: Some(TimeDelta::minutes(1)),
        },
        _ => {
            ctx.desk.failed(Provider::Twilio, ctx.now());
            Ran::ProviderDown { why, after: None }
        }
    }
}

async fn refused(ctx: &Context, ready: &Ready, error: &Error) -> Result<Ran, Refusal> {
    let row = &ready.row;
    let tx = ctx.db.begin().await?;
    fail(ctx, &tx, row, error.plain_words(), error.code()).await?;
    if error.code() == Some(codes::OPTED_OUT) {
        note_opt_out(ctx, &tx, row).await?;
    }
    tx.commit().await?;
    Ok(Ran::Done)
}
