//! Files that people upload.

use crate::sql::migration;

migration! {
    up: include_str!("m20261126_000018_files.up.sql"),
    postgres: include_str!("m20261126_000018_files.postgres.sql"),
    down: include_str!("m20261126_000018_files.down.sql"),
}
