//! What PostgreSQL knows of its tables. By itself it looks at them once a minute; until then it reads tables
//! that have grown a thousandfold as though they were nearly empty, whole ones for each row of a list.

use crate::context::Context;
use sea_orm::{ConnectionTrait as _, DbErr};

/// Clients of an import after which its figures are first looked at.
const FEWEST: i32 = 250;
/// How many times as many there are when they are looked at again.
const GROWN: i32 = 4;
const LOOK: &str =
    "analyze clients, client_domains, client_import_clients, contacts, onboardings, sites";

/// When they are next looked at.
#[derive(Debug)]
pub struct Figures {
    at: i32,
}

impl Figures {
    /// For an import that has made so many clients.
    pub fn of(created: i32) -> Self {
        Self {
            at: created.max(FEWEST),
        }
    }

    /// Has them looked at where an import has made enough clients since. That it fails harms nobody.
    pub async fn renew(&mut self, ctx: &Context, created: i32) {
        if created < self.at || !ctx.db.is_postgres() {
            return;
        }
        self.at = created.saturating_mul(GROWN);
        if let Err(error) = look(ctx).await {
            tracing::warn!(%error, "the figures about the tables were not renewed");
        }
    }
}

async fn look(ctx: &Context) -> Result<(), DbErr> {
    let tx = ctx.db.begin().await?;
    tx.execute_unprepared(LOOK).await?;
    tx.commit().await
}
