//! Who acts by a key, looked up on every request: a key taken back is gone at once.

use super::{format, store};
use crate::context::Context;
use crate::extract::{Authority, Caller};
use crate::keys::token_hash;
use crate::people;
use crate::refusal::Refusal;
use actix_web::web::Query;
use chrono::Duration;
use gangway_domain::ids::{ApiKeyId, PartnerId, PersonId, PlaceId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::ApiKeyState;
use gangway_entities::api_key::{Column, Entity, Model};
use gangway_entities::finders::{OfPartner as _, api_key_of_request};
use gangway_entities::in_force::of_no_suspended_partner;
use gangway_entities::place;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait, Condition, DbErr, QueryFilter};

/// How long a use is not written again, so that reading stays reading.
const NOTED_FOR: Duration = Duration::minutes(1);

/// The caller that a key stands for.
pub async fn caller(ctx: &Context, key: &str) -> Result<Caller, Refusal> {
    let id = format::read(key).ok_or_else(unknown)?;
    let db = ctx.db.reader();
    let row = api_key_of_request(id, &token_hash(key)).one(db).await?;
    let row = row.ok_or_else(unknown)?;
    let caller = of_row(ctx, &row).await?.ok_or_else(unknown)?;
    note_use(ctx, &row).await;
    Ok(caller)
}

/// Who acts by a key in a job that it asked for; none where the key does not work any more.
pub async fn acting(
    ctx: &Context,
    partner: PartnerId,
    id: ApiKeyId,
) -> Result<Option<Caller>, Refusal> {
    let row = Entity::one_of(partner, id).filter(of_no_suspended_partner(Column::PartnerId));
    match row.one(ctx.db.reader()).await? {
        Some(row) => of_row(ctx, &row).await,
        None => Ok(None),
    }
}

/// The caller of a key that works.
async fn of_row(ctx: &Context, row: &Model) -> Result<Option<Caller>, Refusal> {
    let (db, partner) = (ctx.db.reader(), PartnerId(row.partner_id));
    let maker = place::Entity::one_of(partner, row.created_by)
        .one(db)
        .await?;
    let is_live = store::state(ctx, row, maker.as_ref()) == ApiKeyState::Live;
    let Some(maker) = maker.filter(|_| is_live) else {
        return Ok(None);
    };
    let Some(person) = maker.person_id.map(PersonId) else {
        return Ok(None);
    };
    let Some(person) = people::by_id(db, person).await? else {
        return Ok(None);
    };
    Ok(Some(Caller {
        person_id: PersonId(person.id),
        name: format!("{} {}", person.first_name, person.last_name),
        email: person.email,
        place_id: PlaceId(maker.id),
        partner,
        client: None,
        authority: Authority::Key {
            id: ApiKeyId(row.id),
            scopes: store::scopes(row),
        },
        proven_at: None,
    }))
}

/// Refuses an address with a key in it: addresses end up in logs and histories of others.
pub fn refuse_in_address(query: &str) -> Result<(), Refusal> {
    let pairs = Query::<Vec<(String, String)>>::from_query(query);
    let found = pairs.ok().and_then(|pairs| {
        let mut texts = pairs.iter().flat_map(|(name, value)| [name, value]);
        texts.find_map(|text| format::read(text.trim()))
    });
    let Some(id) = found else { return Ok(()) };
    tracing::warn!(security = "api_key_in_address", key = %id, "refused a key in an address");
    Err(Refusal::new(
        ProblemCode::NotSignedIn,
        "Send the API key in the Authorization header. Others may have seen it in this address: revoke it and make a new one.",
    ))
}

/// The same for every key that does not work, whatever the reason. Tries are to be counted here.
fn unknown() -> Refusal {
    tracing::info!(security = "api_key_refused", "refused a key");
    Refusal::new(
        ProblemCode::NotSignedIn,
        "This API key does not work: it is not complete, was revoked, has expired, or its maker has left. Make a new one.",
    )
}

/// Notes that a key is in use, at most once a minute. A request is not refused because this could
/// not be written.
async fn note_use(ctx: &Context, row: &Model) {
    let now = ctx.now();
    if row.last_used_at.is_some_and(|at| at + NOTED_FOR > now) {
        return;
    }
    if let Err(error) = write_use(ctx, row).await {
        let id = ApiKeyId(row.id);
        tracing::warn!(key = %id, "the use of a key was not noted: {error}");
    }
}

async fn write_use(ctx: &Context, row: &Model) -> Result<(), DbErr> {
    let now = ctx.now();
    let due = Condition::any()
        .add(Column::LastUsedAt.is_null())
        .add(Column::LastUsedAt.lte(now - NOTED_FOR));
    let tx = ctx.db.begin().await?;
    Entity::change(PartnerId(row.partner_id), row.id)
        .col_expr(Column::LastUsedAt, Expr::value(now))
        .filter(due)
        .exec(&tx)
        .await?;
    tx.commit().await
}
