//! The table of quick replies.

use crate::consent::stale;
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, QuickReplyId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{Line, Paragraph};
use gangway_domain::wire::{QuickReply, SaveQuickReply};
use gangway_entities::finders::{OfClient as _, OfPartner as _, next_version};
use gangway_entities::quick_reply::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait as _,
    PaginatorTrait as _, QueryFilter as _, Select,
};

/// Most of one client.
const MOST: u64 = 100;

/// A name and a text that keep the rules.
pub struct Texts {
    pub name: Line,
    pub text: Paragraph,
}

impl Texts {
    /// Reads a body that has passed its rules.
    pub fn parse(body: &SaveQuickReply) -> Result<Self, Refusal> {
        Ok(Self {
            name: Line::parse(&body.name).map_err(|r| Refusal::rejected("/name", &r))?,
            text: Paragraph::parse(&body.text).map_err(|r| Refusal::rejected("/text", &r))?,
        })
    }
}

/// A client's quick replies.
pub fn of_client(partner: PartnerId, client: ClientId) -> Select<Entity> {
    Entity::of(partner).filter(Column::ClientId.eq(client.0))
}

/// One of a client's.
pub async fn require(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    id: QuickReplyId,
) -> Result<Model, Refusal> {
    let found = Entity::one_of_client(partner, client, id);
    found.one(db).await?.ok_or_else(Refusal::not_found)
}

/// Makes one.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    (partner, client): (PartnerId, ClientId),
    (id, texts): (QuickReplyId, &Texts),
) -> Result<Model, Refusal> {
    if of_client(partner, client).count(tx).await? >= MOST {
        let words = "A client has at most 100 quick replies. Delete one that is no longer used.";
        return Err(Refusal::new(ProblemCode::Conflict, words));
    }
    let now = ctx.now();
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        name: Set(texts.name.as_str().to_owned()),
        text: Set(texts.text.as_str().to_owned()),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    let made = Entity::insert(row).exec_without_returning(tx).await;
    made.map_err(taken)?;
    require(tx, partner, client, id).await
}

/// Writes one anew; refused when somebody else has meanwhile.
pub async fn change(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    texts: &Texts,
) -> Result<(), Refusal> {
    let changed = Entity::change(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .col_expr(Column::Name, Expr::value(texts.name.as_str()))
        .col_expr(Column::Text, Expr::value(texts.text.as_str()))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await
        .map_err(taken)?;
    if changed.rows_affected == 0 {
        return Err(stale());
    }
    Ok(())
}

/// Deletes one; refused when somebody has changed it meanwhile.
pub async fn delete(tx: &DatabaseTransaction, row: &Model) -> Result<(), Refusal> {
    let gone = Entity::remove(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .exec(tx)
        .await?;
    if gone.rows_affected == 0 {
        return Err(stale());
    }
    Ok(())
}

fn taken(error: DbErr) -> Refusal {
    let refusal = Refusal::from(error);
    if refusal.is_unique_violation() {
        let words = "There is a quick reply of this name already. Choose another name.";
        return Refusal::field("/name", "taken", words);
    }
    refusal
}

/// One as it travels.
pub fn show(row: Model) -> QuickReply {
    let Model {
        id,
        partner_id: _,
        client_id,
        name,
        text,
        created_at,
        updated_at,
        version: _,
    } = row;
    QuickReply {
        id: id.into(),
        client_id: client_id.into(),
        name,
        text,
        created_at,
        updated_at,
    }
}
