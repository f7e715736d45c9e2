//! A deleted client whose removal has begun can no longer be restored.

use crate::sql::migration;

migration! {
    up: "alter table clients add column removing_at $time;",
    down: "alter table clients drop column removing_at;",
}
