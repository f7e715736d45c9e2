//! Looks at clients' web sites, and the calls of the application there.

use crate::sql::migration;

migration! {
    up: include_str!("m20261126_000014_installation.up.sql"),
    postgres: include_str!("m20261126_000014_installation.postgres.sql"),
    down: include_str!("m20261126_000014_installation.down.sql"),
}
