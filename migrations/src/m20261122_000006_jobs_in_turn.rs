//! Jobs are taken partner by partner, each in its turn.

use crate::sql::migration;

migration! {
    up: "create index jobs_in_turn on jobs (state, kind, partner_id, run_at)",
    down: "drop index jobs_in_turn",
}
