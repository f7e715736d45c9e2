//! A text of a customer's comes in: kept, shown unread, and obeyed where it is a keyword.

use super::queue::queue_automatic;
use super::rules::Purpose;
use super::store;
use super::words::source_of;
use crate::clients;
use crate::consent::{self, Entry, Keyword, keyword};
use crate::context::Context;
use crate::events::{Event, record};
use crate::refusal::Refusal;
use crate::texting::conversations::{self, Pair};
use crate::texting::number;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, MessageId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{Line, PhoneNumber};
use gangway_domain::wire::{ConsentKind, ConsentSource, MessageDirection, MessageSource};
use gangway_entities::{client, conversation, message};
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// Characters of a sender at most that is no phone.
const LONGEST_SENDER: usize = 32;

/// A text as the provider brings it.
pub struct FromPhone<'a> {
    /// The provider's name for it.
    pub sid: &'a str,
    /// Between whom.
    pub pair: Pair<'a>,
    /// What it says.
    pub body: &'a str,
    /// How many pictures came with it.
    pub media: i32,
    /// How many parts it came in.
    pub segments: i32,
    /// The keyword the provider took it for, and answered.
    pub opt_out_type: Option<&'a str>,
    /// When it was sent, where it was missed then and comes late.
    pub missed_at: Option<DateTime<Utc>>,
}

/// The customer's number in its one form, or what else texts: a short code or a name.
pub fn sender(from: &str) -> String {
    if let Ok(number) = PhoneNumber::parse(from) {
        return number.as_str().to_owned();
    }
    let kept = from.chars().filter(|c| !c.is_control());
    kept.take(LONGEST_SENDER).collect()
}

/// What no database stores is left out, and no phone sends it.
pub fn storable(body: &str) -> String {
    body.replace('\0', "")
}

/// Keeps a text from a phone. One that came before changes nothing.
pub async fn receive_from_phone(
    ctx: &Context,
    tx: &DatabaseTransaction,
    text: FromPhone<'_>,
) -> Result<(), Refusal> {
    let talk = conversations::open(ctx, tx, text.pair).await?;
    let new = store::New {
        conversation: &talk,
        direction: MessageDirection::In,
        source: MessageSource::Phone,
        body: text.body,
        sent_by: None,
        provider_sid: Some(text.sid),
        segments: text.segments,
        media: text.media,
        written_at: text.missed_at,
    };
    let Some(row) = store::insert(ctx, tx, new).await? else {
        return Ok(());
    };
    let later = match text.missed_at {
        Some(_) => store::after(tx, &row).await?,
        None => Vec::new(),
    };
    let message = store::id_of(&row);
    arrived(ctx, tx, &talk, message, later.is_empty()).await?;
    if is_overtaken(&text, &later) {
        return Ok(());
    }
    obey(ctx, tx, &talk, message, &text).await
}

/// Whether it is too late for what a text says: for HELP it is whenever a text was missed, for all else where the
/// customer has texted since. STOP counts until a START that came after it.
fn is_overtaken(text: &FromPhone<'_>, later: &[message::Model]) -> bool {
    let mut since = later
        .iter()
        .filter(|row| source_of(row) == MessageSource::Phone);
    match keyword(text.body, text.opt_out_type) {
        Some(Keyword::Help) => text.missed_at.is_some(),
        Some(Keyword::Stop) => since.any(|row| keyword(&row.body, None) == Some(Keyword::Start)),
        Some(Keyword::Start) | None => since.next().is_some(),
    }
}

/// Keeps what a visitor wrote on the client's web site, and gives its conversation. Whether the visitor
/// agreed to texts is for the caller to record.
pub async fn receive_from_widget(
    ctx: &Context,
    tx: &DatabaseTransaction,
    client: &client::Model,
    from: &PhoneNumber,
    name: Option<&Line>,
    body: &str,
) -> Result<(conversation::Model, MessageId), Refusal> {
    let (partner, client) = (PartnerId(client.partner_id), ClientId(client.id));
    let number = number(tx, partner, client).await?.ok_or_else(|| {
        Refusal::new(
            ProblemCode::Conflict,
            "This company cannot be texted yet. Call instead.",
        )
    })?;
    let pair = Pair {
        partner,
        client,
        company_number: &number,
        customer_number: from.as_str(),
    };
    let talk = conversations::open(ctx, tx, pair).await?;
    let new = store::New {
        conversation: &talk,
        direction: MessageDirection::In,
        source: MessageSource::Widget,
        body,
        sent_by: None,
        provider_sid: None,
        segments: 1,
        media: 0,
        written_at: None,
    };
    let row = store::insert(ctx, tx, new)
        .await?
        .ok_or_else(|| Refusal::internal(anyhow::anyhow!("a new text was not kept")))?;
    if let Some(name) = name {
        conversations::name_if_nameless(tx, &talk, name.as_str()).await?;
    }
    let message = store::id_of(&row);
    arrived(ctx, tx, &talk, message, true).await?;
    Ok((talk, message))
}

async fn arrived(
    ctx: &Context,
    tx: &DatabaseTransaction,
    talk: &conversation::Model,
    message: MessageId,
    is_newest: bool,
) -> Result<(), Refusal> {
    conversations::note_incoming(ctx, tx, talk, is_newest.then_some(message)).await?;
    let event = Event::of("message.received", message)
        .at(PartnerId(talk.partner_id))
        .about(ClientId(talk.client_id))
        .with(json!({ "conversation_id": talk.id }));
    record(ctx, tx, event).await
}

/// STOP ends consent and START restores it, in the same transaction: nothing goes out in between. Whoever
/// texts first, without having opted out before, agrees to answers. HELP is answered, unless the provider
/// has answered it.
async fn obey(
    ctx: &Context,
    tx: &DatabaseTransaction,
    talk: &conversation::Model,
    message: MessageId,
    text: &FromPhone<'_>,
) -> Result<(), Refusal> {
    let (kind, source) = match keyword(text.body, text.opt_out_type) {
        Some(Keyword::Stop) => (ConsentKind::Ended, ConsentSource::Keyword),
        Some(Keyword::Start) => (ConsentKind::Restored, ConsentSource::Keyword),
        Some(Keyword::Help) => return answer_help(ctx, tx, talk, text).await,
        None => (ConsentKind::Given, ConsentSource::Text),
    };
    let Pair {
        partner,
        client,
        company_number,
        customer_number,
    } = talk.into();
    let whose = (partner, client);
    let entry = Entry::new(whose, company_number, customer_number, kind, source);
    consent::record(ctx, tx, entry.by_message(message)).await?;
    Ok(())
}

async fn answer_help(
    ctx: &Context,
    tx: &DatabaseTransaction,
    talk: &conversation::Model,
    text: &FromPhone<'_>,
) -> Result<(), Refusal> {
    if text.opt_out_type.is_some() || ctx.config.twilio.answers_keywords {
        return Ok(());
    }
    let client = clients::load(tx, text.pair.partner, text.pair.client).await?;
    let client = client.ok_or_else(Refusal::not_found)?;
    let words = consent::settings(tx, &client).await?.help_text;
    queue_automatic(ctx, tx, talk, &words, Purpose::Help).await?;
    Ok(())
}
