//! Kept answers are removed by their age.

use crate::sql::migration;

migration! {
    up: "create index idempotency_keys_by_age on idempotency_keys (created_at);",
    down: "drop index idempotency_keys_by_age;",
}
