//! Since when a partner is suspended.

use crate::sql::migration;

migration! {
    up: "alter table partners add column suspended_at $time;
create index partners_suspended on partners (suspended_at) where suspended_at is not null;",
    down: "drop index partners_suspended;
alter table partners drop column suspended_at;",
}
