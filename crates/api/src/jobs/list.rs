//! The queue as the operator sees it.

use crate::context::Context;
use chrono::{DateTime, Utc};
use gangway_domain::ids::PartnerId;
use gangway_entities::finders::OfNobody;
use gangway_entities::job::{Column, Entity, Model};
use sea_orm::{ColumnTrait, DbErr, QueryFilter, QueryOrder, QuerySelect};
use uuid::Uuid;

/// A job as the operator sees it.
#[derive(Clone, Debug)]
pub struct Listed {
    /// Its id.
    pub id: Uuid,
    /// What will have been done.
    pub kind: String,
    /// `waiting`, `running`, `dead`, `cancelled` or `done`.
    pub state: String,
    /// Tries so far.
    pub attempts: i32,
    /// Whose it is.
    pub partner: Option<PartnerId>,
    /// When it is due, or was.
    pub run_at: DateTime<Utc>,
    /// Why the last try ended without success.
    pub last_error: Option<String>,
}

/// The jobs in any of these states, those due first.
pub async fn list(ctx: &Context, states: &[&str], most: u64) -> Result<Vec<Listed>, DbErr> {
    let rows = Entity::all()
        .filter(Column::State.is_in(states.iter().copied()))
        .order_by_asc(Column::RunAt)
        .limit(most)
        .all(ctx.db.reader())
        .await?;
    Ok(rows.into_iter().map(listed).collect())
}

fn listed(row: Model) -> Listed {
    let Model {
        id,
        kind,
        state,
        attempts,
        partner_id,
        run_at,
        last_error,
        version: _,
        payload: _,
        unique_key: _,
        lease_token: _,
        lease_expires_at: _,
        created_at: _,
        finished_at: _,
    } = row;
    Listed {
        id,
        kind,
        state,
        attempts,
        partner: partner_id.map(PartnerId),
        run_at,
        last_error,
    }
}
