//! Token buckets, for limits.

use crate::sql::migration;

migration! {
    up: include_str!("m20261122_000002_limits.up.sql"),
    down: include_str!("m20261122_000002_limits.down.sql"),
}
