//! The unread conversations of an inbox are counted without looking at those that were read.

use crate::sql::migration;

migration! {
    up: "create index conversations_unread on conversations
                 (partner_id, client_id, unread, last_message_at, id) where archived_at is null;",
    down: "drop index conversations_unread;",
}
