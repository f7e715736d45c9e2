//! Lists of clients that people upload, their rows and what became of them.

use crate::sql::migration;

migration! {
    up: include_str!("m20261127_000019_imports.up.sql"),
    postgres: include_str!("m20261127_000019_imports.postgres.sql"),
    down: include_str!("m20261127_000019_imports.down.sql"),
}
