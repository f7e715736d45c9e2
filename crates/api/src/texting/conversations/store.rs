//! The table of conversations.

use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, ConversationId, MessageId, PartnerId};
use gangway_entities::conversation::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::{OfClient as _, OfPartner as _, next_version};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter, QuerySelect as _,
    UpdateMany,
};

/// Whose texts a conversation holds.
#[derive(Clone, Copy, Debug)]
pub struct Pair<'a> {
    /// The partner.
    pub partner: PartnerId,
    /// The client.
    pub client: ClientId,
    /// The client's number, E.164.
    pub company_number: &'a str,
    /// The customer's number.
    pub customer_number: &'a str,
}

impl<'a> From<&'a Model> for Pair<'a> {
    fn from(row: &'a Model) -> Self {
        Self {
            partner: PartnerId(row.partner_id),
            client: ClientId(row.client_id),
            company_number: &row.company_number,
            customer_number: &row.customer_number,
        }
    }
}

/// The conversation of a pair, begun if there is none; held until the transaction ends.
pub async fn open(
    ctx: &Context,
    tx: &DatabaseTransaction,
    pair: Pair<'_>,
) -> Result<Model, Refusal> {
    let now = ctx.now();
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(pair.partner.0),
        client_id: Set(pair.client.0),
        company_number: Set(pair.company_number.to_owned()),
        customer_number: Set(pair.customer_number.to_owned()),
        name: Set(None),
        note: Set(None),
        unread: Set(0),
        archived_at: Set(None),
        last_message: Set(None),
        last_message_at: Set(now),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    let columns = [
        Column::PartnerId,
        Column::ClientId,
        Column::CompanyNumber,
        Column::CustomerNumber,
    ];
    Entity::insert(row)
        .on_conflict(OnConflict::columns(columns).do_nothing().to_owned())
        .exec_without_returning(tx)
        .await?;
    let held = Entity::of(pair.partner)
        .filter(Column::ClientId.eq(pair.client.0))
        .filter(Column::CompanyNumber.eq(pair.company_number))
        .filter(Column::CustomerNumber.eq(pair.customer_number))
        .lock_exclusive();
    held.one(tx).await?.ok_or_else(Refusal::not_found)
}

/// Whether a client has talked with anybody from a number.
pub async fn are_with(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    company_number: &str,
) -> Result<bool, Refusal> {
    let one = Entity::of(partner)
        .filter(Column::ClientId.eq(client.0))
        .filter(Column::CompanyNumber.eq(company_number))
        .one(db)
        .await?;
    Ok(one.is_some())
}

/// A client's conversation.
pub async fn require(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    id: ConversationId,
) -> Result<Model, Refusal> {
    Entity::one_of_client(partner, client, id)
        .one(db)
        .await?
        .ok_or_else(Refusal::not_found)
}

/// A client's conversation, held until the transaction ends.
pub async fn hold(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    id: ConversationId,
) -> Result<Model, Refusal> {
    Entity::one_of_client(partner, client, id)
        .lock_exclusive()
        .one(tx)
        .await?
        .ok_or_else(Refusal::not_found)
}

/// A text came in: the conversation is unread, and back from the archive. Whoever edits it has not seen
/// the text yet, so its version rises. Without a newest text it is one that comes late.
pub async fn note_incoming(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    newest_text: Option<MessageId>,
) -> Result<(), Refusal> {
    let change = match newest_text {
        Some(message) => newest(ctx, row, message),
        None => Entity::change(PartnerId(row.partner_id), row.id)
            .col_expr(Column::UpdatedAt, Expr::value(ctx.now())),
    };
    change
        .col_expr(Column::Unread, Expr::col(Column::Unread).add(1))
        .col_expr(Column::ArchivedAt, Expr::value(None::<DateTime<Utc>>))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await?;
    Ok(())
}

/// A text goes out.
pub async fn note_outgoing(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    message: MessageId,
) -> Result<(), Refusal> {
    newest(ctx, row, message).exec(tx).await?;
    Ok(())
}

/// Names a conversation that has no name yet.
pub async fn name_if_nameless(
    tx: &DatabaseTransaction,
    row: &Model,
    name: &str,
) -> Result<(), Refusal> {
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::Name, Expr::value(name))
        .filter(Column::Name.is_null())
        .exec(tx)
        .await?;
    Ok(())
}

fn newest(ctx: &Context, row: &Model, message: MessageId) -> UpdateMany<Entity> {
    let now = ctx.now();
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::LastMessage, Expr::value(message.0))
        .col_expr(Column::LastMessageAt, Expr::value(now))
        .col_expr(Column::UpdatedAt, Expr::value(now))
}
