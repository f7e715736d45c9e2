//! What became of a text, as the provider tells it: in its answer, in a webhook, or in its list. It comes
//! late, twice and out of order, so it only ever climbs.

use super::store::{self, change};
use super::words::{state_by, state_of, state_str};
use crate::consent::{self, Entry};
use crate::context::Context;
use crate::events::{Event, record};
use crate::refusal::Refusal;
use crate::texting::conversations::{self, Pair};
use gangway_domain::ids::{ClientId, ConversationId, PartnerId};
use gangway_domain::wire::{ConsentKind, ConsentSource, MessageState};
use gangway_entities::message::{Column, Model};
use gangway_twilio::{MessageStatus, codes};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, QueryFilter as _};
use serde_json::{Value, json};

/// What the provider says about a text.
pub struct Told<'a> {
    /// Its name for the text.
    pub sid: &'a str,
    /// How far the text is.
    pub status: &'a MessageStatus,
    /// Why it is no further.
    pub error_code: Option<u32>,
    /// How many parts it was sent in.
    pub segments: Option<u32>,
}

/// Characters at most that are kept of a word nobody knows.
const LONGEST_WORD: usize = 64;

/// Writes down what the provider says of a held text. One that says less than is known changes nothing
/// but the name; a word that nobody knows is kept beside what is known.
pub async fn note(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    told: Told<'_>,
) -> Result<(), Refusal> {
    if row
        .provider_sid
        .as_deref()
        .is_some_and(|known| known != told.sid)
    {
        let message = row.id;
        tracing::warn!(%message, sid = told.sid, "the provider has a second text for this one");
        return Ok(());
    }
    let state = state_by(told.status).filter(|_| climbs(row, told.status));
    let mut changed = change(ctx, row).col_expr(Column::ProviderSid, Expr::value(told.sid));
    if row.sent_at.is_none() {
        changed = changed.col_expr(Column::SentAt, Expr::value(ctx.now()));
    }
    if let Some(parts) = told.segments.filter(|parts| *parts > 0) {
        let parts = i32::try_from(parts).unwrap_or(i32::MAX);
        changed = changed.col_expr(Column::Segments, Expr::value(parts));
    }
    let unknown = unknown_word(row, told.status);
    if let Some(word) = &unknown {
        changed = changed.col_expr(Column::UnknownStatus, Expr::value(word.as_str()));
    }
    let state = match (state, state_of(row)) {
        (Some(state), _) => {
            let code = told.error_code.and_then(|code| i32::try_from(code).ok());
            changed = changed
                .col_expr(Column::ProviderStatus, Expr::value(told.status.as_str()))
                .col_expr(Column::ErrorCode, Expr::value(code))
                .col_expr(Column::Detail, Expr::value(words(state, told.error_code)));
            if state == MessageState::Delivered {
                changed = changed.col_expr(Column::DeliveredAt, Expr::value(ctx.now()));
            }
            Some(state)
        }
        // It has the text after all, whatever it calls that.
        (None, MessageState::Unknown | MessageState::Queued) => {
            changed = changed.col_expr(Column::Detail, Expr::value(None::<String>));
            Some(MessageState::Sending)
        }
        (None, _) => None,
    };
    if let Some(state) = state {
        changed = changed.col_expr(Column::State, Expr::value(state_str(state)));
    }
    changed.exec(tx).await?;
    if let Some(word) = unknown {
        tracing::warn!(message = %row.id, word, "a status that Gangway does not know");
        let facts = json!({ "conversation_id": row.conversation_id, "word": word });
        record_of(ctx, tx, row, "message.status_not_known", facts).await?;
    }
    match state.filter(|state| *state != state_of(row)) {
        Some(state) => record_state(ctx, tx, row, state).await,
        None => Ok(()),
    }
}

/// A text is not sent, and why.
pub async fn fail(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    words: &str,
    code: Option<u32>,
) -> Result<(), Refusal> {
    let code = code.and_then(|code| i32::try_from(code).ok());
    set_state(ctx, tx, row, MessageState::Failed, Some(words), code).await
}

/// Nobody knows whether the provider took a text.
pub async fn lose(ctx: &Context, tx: &DatabaseTransaction, row: &Model) -> Result<(), Refusal> {
    set_state(ctx, tx, row, MessageState::Unknown, None, None).await
}

async fn set_state(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    state: MessageState,
    words: Option<&str>,
    code: Option<i32>,
) -> Result<(), Refusal> {
    // What the provider has told of meanwhile is known better.
    let done = change(ctx, row)
        .col_expr(Column::State, Expr::value(state_str(state)))
        .col_expr(Column::Detail, Expr::value(words))
        .col_expr(Column::ErrorCode, Expr::value(code))
        .filter(Column::ProviderSid.is_null())
        .filter(Column::State.eq(row.state.as_str()))
        .exec(tx)
        .await?;
    if done.rows_affected == 1 {
        record_state(ctx, tx, row, state).await?;
    }
    Ok(())
}

async fn record_state(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    state: MessageState,
) -> Result<(), Refusal> {
    let facts = json!({ "conversation_id": row.conversation_id, "state": state_str(state) });
    record_of(ctx, tx, row, "message.state_changed", facts).await
}

async fn record_of(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    kind: &'static str,
    facts: Value,
) -> Result<(), Refusal> {
    let event = Event::of(kind, row.id)
        .at(PartnerId(row.partner_id))
        .about(ClientId(row.client_id));
    record(ctx, tx, event.with(facts)).await
}

/// A word that Gangway does not know, unless it was the last of its kind already.
fn unknown_word(row: &Model, status: &MessageStatus) -> Option<String> {
    let MessageStatus::Other(word) = status else {
        return None;
    };
    let plain = word.chars().filter(|c| !c.is_control());
    let word: String = plain.take(LONGEST_WORD).collect();
    (row.unknown_status.as_ref() != Some(&word)).then_some(word)
}

/// The provider will send this customer nothing more from this number: the customer said STOP to it.
pub async fn note_opt_out(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
) -> Result<(), Refusal> {
    let (partner, client) = (PartnerId(row.partner_id), ClientId(row.client_id));
    let talk = ConversationId(row.conversation_id);
    let talk = conversations::require(tx, partner, client, talk).await?;
    let Pair {
        partner,
        client,
        company_number,
        customer_number,
    } = (&talk).into();
    let (kind, source) = (ConsentKind::Ended, ConsentSource::Provider);
    let whose = (partner, client);
    let entry = Entry::new(whose, company_number, customer_number, kind, source);
    consent::record(ctx, tx, entry.by_message(store::id_of(row))).await?;
    Ok(())
}

/// Whether a word says more than is known already.
fn climbs(row: &Model, status: &MessageStatus) -> bool {
    match &row.provider_status {
        None => true,
        Some(known) => status.climbs_from(&MessageStatus::parse(known)),
    }
}

fn words(state: MessageState, code: Option<u32>) -> Option<String> {
    if !matches!(state, MessageState::Failed | MessageState::Undelivered) {
        return None;
    }
    let code = code?;
    let known = codes::plain_words(code).map(str::to_owned);
    Some(known.unwrap_or_else(|| format!("The carrier did not take it (code {code}).")))
}
