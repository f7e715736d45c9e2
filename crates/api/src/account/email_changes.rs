//! The table of new email addresses that wait for their link.

use crate::context::Context;
use crate::keys::Purpose;
use crate::mail::Message;
use crate::refusal::Refusal;
use crate::{links, people};
use gangway_domain::ids::{LinkId, PersonId};
use gangway_domain::values::EmailAddress;
use gangway_entities::email_change::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::OfNobody as _;
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

/// Makes a change with its link, and takes back the person's older ones.
pub async fn make(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
    email: &EmailAddress,
) -> Result<LinkId, Refusal> {
    let now = ctx.now();
    Entity::change_all()
        .col_expr(Column::RevokedAt, Expr::value(now))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    let id: LinkId = ctx.new_id();
    let row = ActiveModel {
        id: Set(id.0),
        person_id: Set(person.0),
        email: Set(email.as_str().to_owned()),
        created_at: Set(now),
        expires_at: Set(now + ctx.config.links.sign_up),
        used_at: Set(None),
        revoked_at: Set(None),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    links::issue(ctx, tx, Purpose::EmailChange, id.0, 1).await?;
    Ok(id)
}

/// A change by its id.
pub async fn by_id(db: &impl ConnectionTrait, id: LinkId) -> Result<Option<Model>, Refusal> {
    Ok(Entity::all().filter(Column::Id.eq(id.0)).one(db).await?)
}

/// Uses a change up; false when it was used or taken back meanwhile.
pub async fn use_up(ctx: &Context, tx: &DatabaseTransaction, id: LinkId) -> Result<bool, Refusal> {
    let used = Entity::change_all()
        .col_expr(Column::UsedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.0))
        .filter(Column::UsedAt.is_null())
        .filter(Column::RevokedAt.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// What the mail to the new address says; none when the change was used or taken back meanwhile.
pub async fn confirm_message(
    ctx: &Context,
    id: LinkId,
) -> Result<Option<(Message, Option<String>)>, Refusal> {
    let db = ctx.db.reader();
    let open = by_id(db, id).await?;
    let Some(row) = open.filter(|row| row.used_at.is_none() && row.revoked_at.is_none()) else {
        return Ok(None);
    };
    let person = people::by_id(db, PersonId(row.person_id)).await?;
    Ok(person.map(|person| {
        let message = Message::EmailChangeConfirm {
            first_name: person.first_name,
            link: links::address(ctx, Purpose::EmailChange, id.0, 1),
            expires_at: row.expires_at,
        };
        (message, None)
    }))
}
