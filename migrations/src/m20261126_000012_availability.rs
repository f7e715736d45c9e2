//! Schedules, and what visitors of a client's web site are offered at which hours.

use crate::sql::migration;

migration! {
    up: include_str!("m20261126_000012_availability.up.sql"),
    postgres: include_str!("m20261126_000012_availability.postgres.sql"),
    down: include_str!("m20261126_000012_availability.down.sql"),
}
