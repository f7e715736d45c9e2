//! Events about an invitation: to whom it is, so that a sentence can say it.

use crate::events::Event;
use crate::extract::Caller;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::invite::Model;
use serde_json::json;

/// Something a caller did with an invitation.
pub fn by_caller(kind: &'static str, row: &Model, caller: &Caller) -> Event {
    about(Event::by(caller, kind, row.id), row)
}

/// Something that somebody with its link did.
pub fn of_invite(kind: &'static str, row: &Model) -> Event {
    about(Event::of(kind, row.id).at(PartnerId(row.partner_id)), row)
}

fn about(mut event: Event, row: &Model) -> Event {
    event.client = row.client_id.map(ClientId).or(event.client);
    event.with(json!({"email": row.email, "role": row.role}))
}
