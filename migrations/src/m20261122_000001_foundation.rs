//! Partners, people, invitations, clients and their set-up, jobs, mails and events.

use crate::sql::migration;

migration! {
    up: include_str!("m20261122_000001_foundation.up.sql"),
    down: include_str!("m20261122_000001_foundation.down.sql"),
}
