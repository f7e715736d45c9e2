//! Lists of clients are read in their order instead of sorted each time.

use crate::sql::migration;

migration! {
    up: "create index clients_in_order on clients (partner_id, created_at, id)",
    down: "drop index clients_in_order",
}
