//! Up to when a number's texts were looked for at the provider.

use crate::sql::migration;

migration! {
    up: "alter table number_orders add column caught_up_at $time;",
    down: "alter table number_orders drop column caught_up_at;",
}
