//! The job that finds out whether the provider has a text that it did not answer for. It never sends one.

use super::hand_over::taken;
use super::store::{self, change};
use super::words::state_of;
use crate::context::Context;
use crate::db::again;
use crate::jobs::{Provider, Ran};
use crate::refusal::Refusal;
use crate::texting::conversations;
use chrono::{DateTime, TimeDelta, Utc};
use gangway_domain::ids::{ClientId, ConversationId, MessageId, PartnerId};
use gangway_domain::wire::MessageState;
use gangway_entities::conversation;
use gangway_entities::message::{Column, Model};
use gangway_twilio::{Client, Direction, Error, ListMessages, Message};
use sea_orm::sea_query::Expr;

/// How long it is looked for.
const LONGEST: TimeDelta = TimeDelta::minutes(15);
const SOONEST: TimeDelta = TimeDelta::seconds(10);
/// By how much the provider's clock may be behind ours.
const CLOCKS: TimeDelta = TimeDelta::minutes(2);
const NOT_THERE: &str =
    "Twilio has no record of it: most likely it was not sent. You can send it again.";

/// Looks a text up.
pub async fn look_up(ctx: &Context, partner: PartnerId, id: MessageId) -> Ran {
    run(ctx, partner, id)
        .await
        .unwrap_or_else(|refusal| Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        })
}

async fn run(ctx: &Context, partner: PartnerId, id: MessageId) -> Result<Ran, Refusal> {
    let db = ctx.db.reader();
    let row = store::load(db, partner, id).await?;
    let lost = row.filter(|row| state_of(row) == MessageState::Unknown);
    let (Some(row), Some(twilio)) = (lost, &ctx.twilio) else {
        return Ok(Ran::Done);
    };
    let (client, talk) = (ClientId(row.client_id), ConversationId(row.conversation_id));
    let talk = conversations::require(db, partner, client, talk).await?;
    let since = row.attempted_at.unwrap_or(row.created_at);
    let listed = match list(twilio, &talk, since).await {
        Ok(listed) => listed,
        Err(error) => return Ok(not_answered(ctx, &error)),
    };
    ctx.desk.answered(Provider::Twilio, ctx.now());
    match ours(ctx, &row, listed, since).await? {
        Some(message) => again(|| taken(ctx, &row, &message)).await,
        None => not_found(ctx, &row, since).await,
    }
}

/// What was texted to the customer since then.
async fn list(
    twilio: &Client,
    talk: &conversation::Model,
    since: DateTime<Utc>,
) -> Result<Vec<Message>, Error> {
    let list = ListMessages {
        to: Some(talk.customer_number.clone()),
        from: Some(talk.company_number.clone()),
        sent_since: Some((since - CLOCKS).date_naive()),
        ..ListMessages::default()
    };
    twilio.list_messages(&list).await
}

/// The oldest of them that says the same and is no other text of ours.
async fn ours(
    ctx: &Context,
    row: &Model,
    mut listed: Vec<Message>,
    since: DateTime<Utc>,
) -> Result<Option<Message>, Refusal> {
    listed.retain(|message| {
        message.direction == Direction::OutboundApi
            && message.body.trim() == row.body.trim()
            && message.date_created.is_none_or(|at| at >= since - CLOCKS)
    });
    let sids = listed.iter().map(|message| message.sid.clone()).collect();
    let known = store::known_sids(ctx.db.reader(), PartnerId(row.partner_id), sids).await?;
    listed.retain(|message| !known.contains(&message.sid));
    Ok(listed
        .into_iter()
        .min_by_key(|message| message.date_created))
}

/// It may still come to be seen. After a while it is left at `unknown`, with the words for it.
async fn not_found(ctx: &Context, row: &Model, since: DateTime<Utc>) -> Result<Ran, Refusal> {
    let waited = ctx.now() - since;
    if waited < LONGEST {
        let why = "the provider does not list it yet".to_owned();
        let after = Some((waited / 2).max(SOONEST));
        return Ok(Ran::Again { why, after });
    }
    let tx = ctx.db.begin().await?;
    change(ctx, row)
        .col_expr(Column::Detail, Expr::value(NOT_THERE))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    Ok(Ran::Done)
}

fn not_answered(ctx: &Context, error: &Error) -> Ran {
    ctx.desk.failed(Provider::Twilio, ctx.now());
    Ran::ProviderDown {
        why: error.to_string(),
        after: Some(SOONEST),
    }
}
