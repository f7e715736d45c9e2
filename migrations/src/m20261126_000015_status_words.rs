//! A word of the provider's about a text that Gangway does not know is kept, to be looked at.

use crate::sql::migration;

migration! {
    up: "alter table messages add column unknown_status text;",
    down: "alter table messages drop column unknown_status;",
}
