//! A client's newest invitation is found at once, instead of among all of its partner's.

use crate::sql::migration;

migration! {
    up: "create index invites_by_age on invites (partner_id, client_id, kind, created_at);
             drop index invites_of_client;",
    down: "create index invites_of_client on invites (partner_id, client_id);
             drop index invites_by_age;",
}
