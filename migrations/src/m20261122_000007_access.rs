//! The second factor, recent proof of who one is, a new email address, sealed secrets, and the first
//! set-up.

use crate::sql::migration;

migration! {
    up: include_str!("m20261122_000007_access.up.sql"),
    down: include_str!("m20261122_000007_access.down.sql"),
}
