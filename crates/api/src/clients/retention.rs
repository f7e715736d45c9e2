//! How long a deleted client can be restored.

use crate::context::Context;
use chrono::{DateTime, Utc};

/// Until when a client that was deleted at a time can be restored.
pub fn until(ctx: &Context, deleted_at: DateTime<Utc>) -> DateTime<Utc> {
    deleted_at + ctx.config.clients.retention
}
