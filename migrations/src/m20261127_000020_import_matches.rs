//! What the columns of lists are read as that have another layout.

use crate::sql::migration;

migration! {
    up: include_str!("m20261127_000020_import_matches.up.sql"),
    postgres: include_str!("m20261127_000020_import_matches.postgres.sql"),
    down: include_str!("m20261127_000020_import_matches.down.sql"),
}
