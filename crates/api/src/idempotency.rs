//! `Idempotency-Key`: the answer is stored in the transaction of the effect, and a repeat of the
//! request gets the same answer without the effect.

use crate::answer::Kept;
use crate::context::Context;
use crate::db::again;
use crate::refusal::{Answer, Refusal};
use actix_web::http::StatusCode;
use actix_web::{FromRequest, HttpRequest, dev::Payload};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;
use gangway_entities::finders::OfNobody;
use gangway_entities::idempotency_key::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::{Expr, OnConflict};
use sea_orm::{ColumnTrait, DatabaseTransaction, EntityTrait, QueryFilter};
use std::future::{Ready, ready};

/// Hours an answer is kept.
pub const KEPT_HOURS: i64 = 24;

/// The key of a request; none where the caller sent none.
pub struct IdempotencyKey(Option<String>);

impl FromRequest for IdempotencyKey {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        let mut given = request.headers().get_all("Idempotency-Key");
        let key = match (given.next(), given.next()) {
            (None, _) => Ok(Self(None)),
            (Some(value), None) => match value.to_str() {
                Ok(text) if is_key(text) => Ok(Self(Some(text.to_owned()))),
                _ => Err(not_a_key()),
            },
            (Some(_), Some(_)) => Err(not_a_key()),
        };
        ready(key)
    }
}

/// As the contract says.
fn is_key(text: &str) -> bool {
    (1..=255).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_graphic())
}

fn not_a_key() -> Refusal {
    let words = "Send one Idempotency-Key of 1 to 255 visible ASCII characters, without blanks.";
    Refusal::new(ProblemCode::BadParameter, words)
}

/// What names a request: who, what, which key, which body.
pub struct Request<'a> {
    /// Who: a place, or `public`.
    pub principal: String,
    /// The operation id.
    pub operation: &'static str,
    /// The caller's key.
    pub key: &'a IdempotencyKey,
    /// The body's hash.
    pub body_hash: &'a str,
}

/// Runs the effect in a transaction and commits it together with its answer; or, for a repeat,
/// gives the answer of the first time. While another transaction is in its way, it begins anew.
pub async fn once(
    ctx: &Context,
    request: Request<'_>,
    effect: impl AsyncFn(&DatabaseTransaction) -> Result<Kept, Refusal>,
) -> Answer {
    again(|| try_once(ctx, &request, &effect)).await
}

async fn try_once(
    ctx: &Context,
    request: &Request<'_>,
    effect: &impl AsyncFn(&DatabaseTransaction) -> Result<Kept, Refusal>,
) -> Answer {
    let tx = ctx.db.begin().await?;
    if let Some(key) = &request.key.0
        && let Some(first) = take(ctx, &tx, request, key).await?
    {
        tx.rollback().await?;
        return replay(first, request.body_hash);
    }
    let kept = effect(&tx).await?;
    if let Some(key) = &request.key.0 {
        keep(&tx, request, key, &kept).await?;
    }
    fail::fail_point!("before_commit", |_| std::process::abort());
    tx.commit().await?;
    fail::fail_point!("after_commit", |_| std::process::abort());
    ctx.job_bell.notify_waiters();
    Ok(kept.response(false))
}

/// Takes the key for this request; gives the row of an earlier one that holds it. On PostgreSQL a
/// request at work with the same key is waited for.
async fn take(
    ctx: &Context,
    tx: &DatabaseTransaction,
    request: &Request<'_>,
    key: &str,
) -> Result<Option<Model>, Refusal> {
    let now = ctx.now();
    let stale = now - Duration::hours(KEPT_HOURS);
    // An answer that was kept long enough makes room for a new one.
    Entity::change_all()
        .col_expr(Column::BodyHash, Expr::value(request.body_hash))
        .col_expr(Column::Status, Expr::value(0))
        .col_expr(Column::CreatedAt, Expr::value(now))
        .filter(held_by(request, key))
        .filter(Column::CreatedAt.lte(stale))
        .exec(tx)
        .await?;
    let row = ActiveModel {
        principal: Set(request.principal.clone()),
        operation: Set(request.operation.to_owned()),
        idempotency_key: Set(key.to_owned()),
        body_hash: Set(request.body_hash.to_owned()),
        status: Set(0),
        location: Set(None),
        body: Set(String::new()),
        created_at: Set(now),
    };
    Entity::insert(row)
        .on_conflict(
            OnConflict::columns([Column::Principal, Column::Operation, Column::IdempotencyKey])
                .do_nothing()
                .to_owned(),
        )
        .exec_without_returning(tx)
        .await?;
    let row = Entity::all().filter(held_by(request, key)).one(tx).await?;
    Ok(row.filter(|row| row.status != 0))
}

async fn keep(
    tx: &DatabaseTransaction,
    request: &Request<'_>,
    key: &str,
    kept: &Kept,
) -> Result<(), Refusal> {
    Entity::change_all()
        .col_expr(Column::Status, Expr::value(i32::from(kept.status.as_u16())))
        .col_expr(Column::Location, Expr::value(kept.location.clone()))
        .col_expr(Column::Body, Expr::value(kept.body.clone()))
        .filter(held_by(request, key))
        .exec(tx)
        .await?;
    Ok(())
}

fn held_by(request: &Request<'_>, key: &str) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(Column::Principal.eq(request.principal.as_str()))
        .add(Column::Operation.eq(request.operation))
        .add(Column::IdempotencyKey.eq(key))
}

fn replay(first: Model, body_hash: &str) -> Answer {
    if first.body_hash != body_hash {
        return Err(Refusal::new(
            ProblemCode::IdempotencyKeyReused,
            "Use a new Idempotency-Key for a new request.",
        ));
    }
    let status = u16::try_from(first.status)
        .ok()
        .and_then(|status| StatusCode::from_u16(status).ok())
        .unwrap_or(StatusCode::OK);
    Ok(Kept {
        status,
        location: first.location,
        body: first.body,
    }
    .response(true))
}
