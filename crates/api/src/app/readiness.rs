//! Whether the server may be sent requests: the database takes writes and has the newest schema.

use crate::context::Context;
use crate::health::{Heartbeat, Readiness};

/// What `/readyz` asks.
pub(super) fn readiness(ctx: &Context, heartbeat: Heartbeat) -> Readiness {
    let (write, migrated) = (ctx.clone(), ctx.clone());
    let works = ctx.config.jobs.workers > 0;
    Readiness::new(
        Box::new(move || {
            let ctx = write.clone();
            Box::pin(async move {
                ctx.db
                    .beat(ctx.now())
                    .await
                    .map_err(|error| error.to_string())
            })
        }),
        Box::new(move || {
            let ctx = migrated.clone();
            Box::pin(async move {
                match ctx.db.pending_migrations().await {
                    Ok(0) => Ok(()),
                    Ok(pending) => Err(format!("{pending} migrations are pending")),
                    Err(error) => Err(error.to_string()),
                }
            })
        }),
        works.then_some(heartbeat),
        ctx.config.server.data_dir.clone(),
    )
}
