//! The table of people: one row per email.

use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{PersonId, PlaceId};
use gangway_domain::values::EmailAddress;
use gangway_entities::finders::OfNobody;
use gangway_entities::person::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, QueryFilter};

/// A person to be.
pub struct NewPerson<'a> {
    /// Email; proven by a mailed link.
    pub email: &'a EmailAddress,
    /// First name.
    pub first_name: &'a str,
    /// Last name.
    pub last_name: &'a str,
    /// Argon2id hash; none until a link was used to choose a password.
    pub password_hash: Option<String>,
}

/// The person of an email.
pub async fn by_email(
    db: &impl ConnectionTrait,
    email: &EmailAddress,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::all()
        .filter(Column::Email.eq(email.as_str()))
        .one(db)
        .await?)
}

/// The person of an id.
pub async fn by_id(db: &impl ConnectionTrait, id: PersonId) -> Result<Option<Model>, Refusal> {
    Ok(Entity::all().filter(Column::Id.eq(id.0)).one(db).await?)
}

/// Makes a person. Fails where the email has one already.
pub async fn create(
    ctx: &Context,
    tx: &DatabaseTransaction,
    new: NewPerson<'_>,
) -> Result<Model, Refusal> {
    let now = ctx.now();
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        email: Set(new.email.as_str().to_owned()),
        first_name: Set(new.first_name.to_owned()),
        last_name: Set(new.last_name.to_owned()),
        password_hash: Set(new.password_hash),
        last_place_id: Set(None),
        last_sign_in_at: Set(None),
        created_at: Set(now),
        updated_at: Set(now),
    };
    Ok(Entity::insert(row).exec_with_returning(tx).await?)
}

/// Sets a new password.
pub async fn set_password(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: PersonId,
    hash: String,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::PasswordHash, Expr::value(hash))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Sets a new email. Fails where somebody has it already.
pub async fn set_email(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: PersonId,
    email: &EmailAddress,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::Email, Expr::value(email.as_str()))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Keeps `renewed` as the password's hash, if `checked` still is: false where the password was changed
/// meanwhile. Who changes it waits until the caller's transaction ends, and the other way round.
pub async fn keep_hash(
    tx: &DatabaseTransaction,
    id: PersonId,
    checked: &str,
    renewed: String,
) -> Result<bool, Refusal> {
    let kept = Entity::change_all()
        .col_expr(Column::PasswordHash, Expr::value(renewed))
        .filter(Column::Id.eq(id.0))
        .filter(Column::PasswordHash.eq(checked))
        .exec(tx)
        .await?;
    Ok(kept.rows_affected == 1)
}

/// Notes where and when a person signed in.
pub async fn note_sign_in(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: PersonId,
    place: Option<PlaceId>,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::LastSignInAt, Expr::value(ctx.now()))
        .col_expr(Column::LastPlaceId, Expr::value(place.map(|place| place.0)))
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Notes the place a person acts in.
pub async fn note_place(
    ctx: &Context,
    tx: &DatabaseTransaction,
    id: PersonId,
    place: Option<PlaceId>,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::LastPlaceId, Expr::value(place.map(|place| place.0)))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(id.0))
        .exec(tx)
        .await?;
    Ok(())
}
