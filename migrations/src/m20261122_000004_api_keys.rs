//! API keys, where a session is used from, and which key did what.

use crate::sql::migration;

migration! {
    up: include_str!("m20261122_000004_api_keys.up.sql"),
    down: include_str!("m20261122_000004_api_keys.down.sql"),
}
