//! Since when a partner is suspended.

use crate::sql::migration;

migration! {
    up: "alter table partners add column suspended_at $time;",
    down: "alter table partners drop column suspended_at;",
}
