//! How the application of a client looks.

use crate::sql::migration;

migration! {
    up: include_str!("m20261126_000013_widget_styles.up.sql"),
    postgres: include_str!("m20261126_000013_widget_styles.postgres.sql"),
    down: include_str!("m20261126_000013_widget_styles.down.sql"),
}
