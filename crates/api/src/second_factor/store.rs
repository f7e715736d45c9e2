//! The tables of second factors and recovery codes.

use super::totp;
use crate::context::Context;
use crate::db::insert_all;
use crate::refusal::Refusal;
use crate::seal::{self, Spot};
use gangway_domain::ids::PersonId;
use gangway_domain::values::OneTimeCode;
use gangway_domain::wire::SecondFactor;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::recovery_code as codes;
use gangway_entities::second_factor::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, ExprTrait as _, OnConflict};
use sea_orm::{
    ColumnTrait, ConnectionTrait, DatabaseTransaction, EntityTrait, PaginatorTrait as _,
    QueryFilter, QuerySelect as _,
};
use secrecy::{ExposeSecret as _, SecretSlice};
use std::collections::HashSet;
use uuid::Uuid;

/// Recovery codes made at once.
const CODES: usize = 10;
/// Characters of one, shown in two halves.
const CODE: usize = 10;

fn spot(person: PersonId) -> Spot<'static> {
    Spot {
        owner: person.0,
        table: "second_factors",
        row: person.0,
        column: "secret",
    }
}

/// A person's second factor, confirmed or not.
pub async fn of(db: &impl ConnectionTrait, person: PersonId) -> Result<Option<Model>, Refusal> {
    let row = Entity::all().filter(Column::PersonId.eq(person.0));
    Ok(row.one(db).await?)
}

/// Whether signing in asks this person for a code.
pub async fn is_on(db: &impl ConnectionTrait, person: PersonId) -> Result<bool, Refusal> {
    Ok(of(db, person)
        .await?
        .is_some_and(|row| row.confirmed_at.is_some()))
}

/// Those of these people who have it on.
pub async fn owners_among(
    db: &impl ConnectionTrait,
    people: Vec<Uuid>,
) -> Result<HashSet<Uuid>, Refusal> {
    if people.is_empty() {
        return Ok(HashSet::new());
    }
    let rows = Entity::all()
        .filter(Column::PersonId.is_in(people))
        .filter(Column::ConfirmedAt.is_not_null());
    let ids: Vec<Uuid> = rows
        .select_only()
        .column(Column::PersonId)
        .into_tuple()
        .all(db)
        .await?;
    Ok(ids.into_iter().collect())
}

/// How it stands, as it travels.
pub async fn show(db: &impl ConnectionTrait, person: PersonId) -> Result<SecondFactor, Refusal> {
    let on_since = of(db, person).await?.and_then(|row| row.confirmed_at);
    let left = codes::Entity::all()
        .filter(codes::Column::PersonId.eq(person.0))
        .filter(codes::Column::UsedAt.is_null())
        .count(db)
        .await?;
    Ok(SecondFactor {
        is_on: on_since.is_some(),
        on_since,
        recovery_codes_left: u32::try_from(left).unwrap_or(u32::MAX),
    })
}

/// Begins: keeps a new secret, in place of one that was never confirmed. None where it is on.
pub async fn begin(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
) -> Result<Option<SecretSlice<u8>>, Refusal> {
    let mut secret = vec![0; totp::SECRET];
    ctx.chance.fill(&mut secret);
    let sealed = seal::seal(ctx, tx, spot(person), &secret).await?;
    let row = ActiveModel {
        person_id: Set(person.0),
        secret: Set(sealed),
        confirmed_at: Set(None),
        last_step: Set(0),
        created_at: Set(ctx.now()),
    };
    let renewed = OnConflict::column(Column::PersonId)
        .update_columns([Column::Secret, Column::LastStep, Column::CreatedAt])
        .action_and_where(Expr::col((Entity, Column::ConfirmedAt)).is_null())
        .to_owned();
    let kept = Entity::insert(row)
        .on_conflict(renewed)
        .exec_without_returning(tx)
        .await?;
    Ok((kept > 0).then(|| secret.into()))
}

/// Uses a code of the app up: false where it is wrong, or was used.
pub async fn use_app_code(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    digits: &str,
) -> Result<bool, Refusal> {
    let secret = seal::open(ctx, tx, spot(PersonId(row.person_id)), &row.secret).await?;
    for step in totp::steps_of(secret.expose_secret(), digits, ctx.now()) {
        let used = Entity::change_all()
            .col_expr(Column::LastStep, Expr::value(step))
            .filter(Column::PersonId.eq(row.person_id))
            .filter(Column::Secret.eq(&row.secret))
            .filter(Column::LastStep.lt(step))
            .exec(tx)
            .await?;
        if used.rows_affected == 1 {
            return Ok(true);
        }
    }
    Ok(false)
}

/// Uses a recovery code up: false where it is wrong, or was used.
pub async fn use_recovery_code(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
    code: &str,
) -> Result<bool, Refusal> {
    let used = codes::Entity::change_all()
        .col_expr(codes::Column::UsedAt, Expr::value(ctx.now()))
        .filter(codes::Column::PersonId.eq(person.0))
        .filter(codes::Column::CodeHash.eq(ctx.keys.recovery_code(person, code)))
        .filter(codes::Column::UsedAt.is_null())
        .exec(tx)
        .await?;
    Ok(used.rows_affected == 1)
}

/// Switches it on; false where it was.
pub async fn switch_on(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
) -> Result<bool, Refusal> {
    let on = Entity::change_all()
        .col_expr(Column::ConfirmedAt, Expr::value(ctx.now()))
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::ConfirmedAt.is_null())
        .exec(tx)
        .await?;
    Ok(on.rows_affected == 1)
}

/// Forgets secret and recovery codes; false where it was not on.
#[expect(clippy::disallowed_methods, reason = "the tables belong to no partner")]
pub async fn switch_off(tx: &DatabaseTransaction, person: PersonId) -> Result<bool, Refusal> {
    let off = Entity::delete_many()
        .filter(Column::PersonId.eq(person.0))
        .filter(Column::ConfirmedAt.is_not_null())
        .exec(tx)
        .await?;
    if off.rows_affected == 1 {
        forget_codes(tx, person).await?;
    }
    Ok(off.rows_affected == 1)
}

#[expect(clippy::disallowed_methods, reason = "the table belongs to no partner")]
async fn forget_codes(tx: &DatabaseTransaction, person: PersonId) -> Result<(), Refusal> {
    codes::Entity::delete_many()
        .filter(codes::Column::PersonId.eq(person.0))
        .exec(tx)
        .await?;
    Ok(())
}

/// Makes ten recovery codes in place of the old ones. They are known now and never again.
pub async fn new_codes(
    ctx: &Context,
    tx: &DatabaseTransaction,
    person: PersonId,
) -> Result<Vec<String>, Refusal> {
    forget_codes(tx, person).await?;
    let made: Vec<String> = (0..CODES).map(|_| new_code(ctx)).collect();
    let rows = made.iter().map(|code| codes::ActiveModel {
        id: Set(ctx.new_id()),
        person_id: Set(person.0),
        code_hash: Set(ctx.keys.recovery_code(person, code)),
        used_at: Set(None),
    });
    insert_all(tx, rows.collect()).await?;
    let halves = |code: String| {
        let (first, second) = code.split_at(CODE / 2);
        format!("{first}-{second}")
    };
    Ok(made.into_iter().map(halves).collect())
}

/// Fifty random bits.
fn new_code(ctx: &Context) -> String {
    let mut random = [0; CODE];
    ctx.chance.fill(&mut random);
    let alphabet = OneTimeCode::ALPHABET;
    // 256 is a multiple of 32: each character is as likely as any other.
    let digit = |byte: &u8| alphabet.get(usize::from(byte % 32)).copied();
    random.iter().filter_map(digit).map(char::from).collect()
}
