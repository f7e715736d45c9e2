//! A text is queued: kept, shown, and handed to the provider by a job.

use super::rules::{Obstacle, Purpose, Rules, refuse_beyond_a_day};
use super::store;
use crate::context::Context;
use crate::events::{Event, record};
use crate::jobs::{self, Job};
use crate::refusal::Refusal;
use crate::texting::conversations::{self, Pair};
use gangway_domain::ids::{ClientId, MessageId, PartnerId, PlaceId};
use gangway_domain::segments::segments;
use gangway_domain::wire::{MessageDirection, MessageSource};
use gangway_entities::conversation;
use gangway_entities::message::Model;
use sea_orm::DatabaseTransaction;
use serde_json::json;

/// A text on its way out.
pub struct Outgoing<'a> {
    /// What it says.
    pub body: &'a str,
    /// Where it was written.
    pub source: MessageSource,
    /// Who wrote it.
    pub sent_by: Option<PlaceId>,
    /// What it is for.
    pub purpose: Purpose,
}

/// Queues a text in a held conversation, unless something stands against it. `event` says who did it.
pub async fn queue(
    ctx: &Context,
    tx: &DatabaseTransaction,
    conversation: &conversation::Model,
    out: Outgoing<'_>,
    event: impl FnOnce(MessageId) -> Event,
) -> Result<Result<Model, Obstacle>, Refusal> {
    let pair = Pair::from(conversation);
    let rules = Rules::of_client(tx, pair.partner, pair.client).await?;
    if let Some(obstacle) = rules.obstacle(ctx, tx, pair, out.purpose).await? {
        return Ok(Err(obstacle));
    }
    let segments = i32::try_from(segments(out.body).count).unwrap_or(i32::MAX);
    if let Some(obstacle) = refuse_beyond_a_day(ctx, tx, pair, segments).await? {
        return Ok(Err(obstacle));
    }
    let new = store::New {
        conversation,
        direction: MessageDirection::Out,
        source: out.source,
        body: out.body,
        sent_by: out.sent_by,
        provider_sid: None,
        segments,
        media: 0,
        written_at: None,
    };
    let row = store::insert(ctx, tx, new)
        .await?
        .ok_or_else(|| Refusal::internal(anyhow::anyhow!("a new text was not kept")))?;
    let id = store::id_of(&row);
    conversations::note_outgoing(ctx, tx, conversation, id).await?;
    let facts = json!({ "conversation_id": row.conversation_id });
    let event = event(id).about(ClientId(row.client_id)).with(facts);
    record(ctx, tx, event).await?;
    let (partner, message) = (PartnerId(row.partner_id), id);
    let job = Job::TextSent { partner, message };
    let key = Some(format!("text_sent:{message}"));
    jobs::enqueue(ctx, tx, job, Some(partner), key, ctx.now()).await?;
    Ok(Ok(row))
}

/// Queues a text of Gangway's own; none where something stands against it.
pub async fn queue_automatic(
    ctx: &Context,
    tx: &DatabaseTransaction,
    conversation: &conversation::Model,
    body: &str,
    purpose: Purpose,
) -> Result<Option<Model>, Refusal> {
    let out = Outgoing {
        body,
        source: MessageSource::Automatic,
        sent_by: None,
        purpose,
    };
    let partner = PartnerId(conversation.partner_id);
    let event = |id| Event::of("message.sent", id).at(partner);
    match queue(ctx, tx, conversation, out, event).await? {
        Ok(row) => Ok(Some(row)),
        Err(obstacle) => {
            tracing::info!(obstacle = obstacle.code(), "an automatic text is not sent");
            Ok(None)
        }
    }
}
