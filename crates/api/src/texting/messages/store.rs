//! The table of texts.

use super::words::{direction_str, source_str, state_str};
use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::{ClientId, MessageId, PartnerId, PlaceId};
use gangway_domain::wire::{MessageDirection, MessageSource, MessageState};
use gangway_entities::conversation;
use gangway_entities::finders::OfPartner as _;
use gangway_entities::literal::is_word;
use gangway_entities::message::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QueryOrder as _,
    QuerySelect as _, UpdateMany,
};

/// A text to keep.
pub struct New<'a> {
    /// Its conversation.
    pub conversation: &'a conversation::Model,
    /// Who wrote to whom.
    pub direction: MessageDirection,
    /// Where it was written.
    pub source: MessageSource,
    /// What it says.
    pub body: &'a str,
    /// Who wrote it.
    pub sent_by: Option<PlaceId>,
    /// The provider's name for it.
    pub provider_sid: Option<&'a str>,
    /// How many parts it has.
    pub segments: i32,
    /// How many pictures came with it.
    pub media: i32,
    /// When it was written, where that is not now.
    pub written_at: Option<DateTime<Utc>>,
}

/// Keeps a text; none where one with the provider's name is there already.
pub async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    new: New<'_>,
) -> Result<Option<Model>, Refusal> {
    let now = ctx.now();
    let state = match new.direction {
        MessageDirection::In => MessageState::Received,
        MessageDirection::Out => MessageState::Queued,
    };
    let partner = PartnerId(new.conversation.partner_id);
    let id: MessageId = ctx.new_id();
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(partner.0),
        client_id: Set(new.conversation.client_id),
        conversation_id: Set(new.conversation.id),
        direction: Set(direction_str(new.direction).to_owned()),
        source: Set(source_str(new.source).to_owned()),
        body: Set(new.body.to_owned()),
        sent_by: Set(new.sent_by.map(Into::into)),
        state: Set(state_str(state).to_owned()),
        detail: Set(None),
        provider_sid: Set(new.provider_sid.map(str::to_owned)),
        provider_status: Set(None),
        unknown_status: Set(None),
        error_code: Set(None),
        segments: Set(new.segments),
        media: Set(new.media),
        attempted_at: Set(None),
        resent_as: Set(None),
        created_at: Set(new.written_at.unwrap_or(now)),
        sent_at: Set(None),
        delivered_at: Set(None),
        updated_at: Set(now),
    };
    let one_per_sid = OnConflict::columns([Column::PartnerId, Column::ProviderSid])
        .do_nothing()
        .to_owned();
    let made = Entity::insert(row)
        .on_conflict(one_per_sid)
        .exec_without_returning(tx)
        .await?;
    if made == 0 {
        return Ok(None);
    }
    load(tx, partner, id).await
}

/// A text of the partner's.
pub async fn load(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: MessageId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::one_of(partner, id).one(db).await?)
}

/// A text of the partner's, held until the transaction ends.
pub async fn hold(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    id: MessageId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::one_of(partner, id).lock_exclusive().one(tx).await?)
}

/// The text that the provider knows by a name, held until the transaction ends.
pub async fn hold_by_sid(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    sid: &str,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::of(partner)
        .filter(Column::ProviderSid.eq(sid))
        .lock_exclusive()
        .one(tx)
        .await?)
}

/// Which of the provider's names are texts of the partner's already.
pub async fn known_sids(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    sids: Vec<String>,
) -> Result<Vec<String>, Refusal> {
    let rows = Entity::of(partner)
        .filter(Column::ProviderSid.is_in(sids))
        .all(db)
        .await?;
    Ok(rows
        .into_iter()
        .filter_map(|row| row.provider_sid)
        .collect())
}

/// The texts of a conversation that were written after one.
pub async fn after(db: &impl ConnectionTrait, row: &Model) -> Result<Vec<Model>, Refusal> {
    let later = Entity::of(PartnerId(row.partner_id))
        .filter(Column::ConversationId.eq(row.conversation_id))
        .filter(Column::CreatedAt.gt(row.created_at));
    Ok(later.order_by_asc(Column::CreatedAt).all(db).await?)
}

/// How many parts a client sent within a day, those that wait included.
pub async fn parts_of_a_day(
    ctx: &Context,
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<u64, Refusal> {
    let since = ctx.now() - Duration::days(1);
    let sum: Option<Option<i64>> = Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .filter(is_word(
            Column::Direction,
            direction_str(MessageDirection::Out),
        ))
        .filter(Column::CreatedAt.gt(since))
        .select_only()
        .column_as(Column::Segments.sum(), "parts")
        .into_tuple()
        .one(db)
        .await?;
    Ok(sum
        .flatten()
        .and_then(|sum| u64::try_from(sum).ok())
        .unwrap_or_default())
}

/// A change of a text.
pub fn change(ctx: &Context, row: &Model) -> UpdateMany<Entity> {
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
}

/// The id of a row.
pub fn id_of(row: &Model) -> MessageId {
    MessageId(row.id)
}
