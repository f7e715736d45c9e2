//! Conversations and their texts, and where the provider brings what comes in.

use crate::sql::migration;

migration! {
    up: include_str!("m20261126_000010_texts.up.sql"),
    postgres: "alter table conversations enable row level security;\n\
     alter table conversations force row level security;\n\
     create policy of_partner on conversations using (may_see(partner_id));\n\
     alter table messages enable row level security;\n\
     alter table messages force row level security;\n\
     create policy of_partner on messages using (may_see(partner_id));\n",
    down: include_str!("m20261126_000010_texts.down.sql"),
}
