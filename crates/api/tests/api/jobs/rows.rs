//! Rows of the queue, as tests look at them and put them there.

use crate::support::World;
use chrono::{DateTime, Utc};
use gangway::context::Context;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::job::{ActiveModel, Column, Entity, Model};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, EntityTrait as _, QueryFilter as _, QueryOrder as _};
use uuid::Uuid;

/// The jobs of a kind, oldest first.
pub async fn jobs(world: &World, kind: &str) -> Vec<Model> {
    let rows = Entity::all()
        .filter(Column::Kind.eq(kind))
        .order_by_asc(Column::CreatedAt);
    rows.all(world.context().db.reader()).await.expect("rows")
}

/// The one job of a kind that is not done.
pub async fn open_job(world: &World, kind: &str) -> Model {
    let mut open = jobs(world, kind).await;
    open.retain(|job| job.state != "done");
    assert_eq!(open.len(), 1, "{open:?}");
    open.remove(0)
}

/// A job by its id.
pub async fn job(world: &World, id: Uuid) -> Model {
    let row = Entity::all()
        .filter(Column::Id.eq(id))
        .one(world.context().db.reader())
        .await;
    row.expect("reads").expect("a row")
}

/// Puts a row into the queue as another version of the server might have.
pub async fn put(ctx: &Context, kind: &str, version: i32, payload: &str) -> Uuid {
    let row = row(ctx, kind, version, None, payload);
    let id = row.id.clone().unwrap();
    let tx = ctx.db.begin().await.expect("begins");
    Entity::insert(row)
        .exec_without_returning(&tx)
        .await
        .expect("inserts");
    tx.commit().await.expect("commits");
    id
}

/// Puts so many mails of a partner's into the queue that have gone, so that their jobs have nothing
/// to do; gives their ids.
pub async fn put_idle_mails(ctx: &Context, partner: Uuid, count: usize) -> Vec<Uuid> {
    let payload = r#"{"kind":"mail_sent","mail":"01890000-0000-7000-8000-000000000000"}"#;
    let rows: Vec<_> = (0..count)
        .map(|_| row(ctx, "mail_sent", 1, Some(partner), payload))
        .collect();
    let ids = rows.iter().map(|row| row.id.clone().unwrap()).collect();
    let tx = ctx.db.begin().await.expect("begins");
    for some in rows.chunks(500) {
        Entity::insert_many(some.to_vec())
            .exec_without_returning(&tx)
            .await
            .expect("inserts");
    }
    tx.commit().await.expect("commits");
    ids
}

fn row(
    ctx: &Context,
    kind: &str,
    version: i32,
    partner: Option<Uuid>,
    payload: &str,
) -> ActiveModel {
    ActiveModel {
        id: Set(ctx.new_id()),
        kind: Set(kind.to_owned()),
        version: Set(version),
        partner_id: Set(partner),
        payload: Set(payload.to_owned()),
        unique_key: Set(None),
        state: Set("waiting".to_owned()),
        run_at: Set(ctx.now()),
        attempts: Set(0),
        lease_token: Set(None),
        lease_expires_at: Set(None),
        last_error: Set(None),
        created_at: Set(ctx.now()),
        finished_at: Set(None),
    }
}

/// Makes a job due at a time.
pub async fn make_due(world: &World, id: Uuid, at: DateTime<Utc>) {
    let tx = world.context().db.begin().await.expect("begins");
    let change = Entity::change_all().col_expr(Column::RunAt, Expr::value(at));
    change
        .filter(Column::Id.eq(id))
        .exec(&tx)
        .await
        .expect("changes");
    tx.commit().await.expect("commits");
}
