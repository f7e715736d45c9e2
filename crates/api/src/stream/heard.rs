//! An event as streams tell it, and who hears of it.

use crate::extract::Caller;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, ConversationId};
use gangway_domain::roles::{ClientReach, Permission};
use gangway_domain::wire::StreamEvent;
use serde_json::Value;
use uuid::Uuid;

/// Sequence, kind, client, subject, facts and time of an event.
pub type Row = (i64, String, Option<Uuid>, Uuid, Value, DateTime<Utc>);

/// An event that was read for those who follow its partner.
#[derive(Clone, Debug)]
pub struct Heard {
    /// Its place in the chain.
    pub sequence: i64,
    /// What is told.
    pub told: StreamEvent,
}

impl Heard {
    /// Of an event's row.
    pub fn of((sequence, kind, client, subject, data, created_at): Row) -> Self {
        let conversation = data.get("conversation_id").and_then(Value::as_str);
        let told = StreamEvent {
            kind,
            client_id: client.map(ClientId),
            subject_id: Some(subject),
            conversation_id: conversation.and_then(|id| id.parse::<ConversationId>().ok()),
            created_at: Some(created_at),
        };
        Self { sequence, told }
    }

    /// Whether a caller hears of it: who may read such things, of a client within reach.
    pub fn is_for(&self, caller: &Caller) -> bool {
        caller.may(needed_for(&self.told.kind)) && within_reach(caller, self.told.client_id)
    }
}

/// What one must be allowed to read to hear of a kind of event. What is not named is activity.
fn needed_for(kind: &str) -> Permission {
    match kind.split_once('.').map_or(kind, |(noun, _)| noun) {
        "message" | "conversation" | "consent" | "consent_wording" | "texting_settings"
        | "quick_reply" => Permission::ReadMessages,
        "schedule" | "widget_application" | "widget_style" | "installation_check" => {
            Permission::ReadApplication
        }
        _ => Permission::ReadActivity,
    }
}

/// Those who see only some of the partner's clients would need a look at the database for each event:
/// none of them may follow a stream, so they hear nothing here.
fn within_reach(caller: &Caller, client: Option<ClientId>) -> bool {
    match caller.reach() {
        ClientReach::All => true,
        ClientReach::Own => client.is_some() && client == caller.client,
        ClientReach::Created | ClientReach::Assigned => false,
    }
}

/// An event as lines of a stream.
pub fn block(sequence: i64, told: &StreamEvent) -> String {
    let data = serde_json::to_string(told).unwrap_or_default();
    format!("id: {sequence}\ndata: {data}\n\n")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::extract::Authority;
    use gangway_domain::ids::{PartnerId, PersonId, PlaceId};
    use gangway_domain::roles::{ClientRole, Role, StaffRole};
    use serde_json::json;

    const OWN: Uuid = Uuid::from_u128(7);
    const OTHER: Uuid = Uuid::from_u128(8);

    fn caller(role: Role) -> Caller {
        Caller {
            person_id: PersonId(Uuid::nil()),
            email: String::new(),
            name: String::new(),
            place_id: PlaceId(Uuid::nil()),
            partner: PartnerId(Uuid::from_u128(1)),
            client: matches!(role, Role::Client(_)).then_some(ClientId(OWN)),
            authority: Authority::Role(role),
            proven_at: None,
        }
    }

    fn heard(kind: &str, client: Option<Uuid>) -> Heard {
        let data = json!({"conversation_id": Uuid::from_u128(9)});
        Heard::of((
            3,
            kind.to_owned(),
            client,
            Uuid::from_u128(2),
            data,
            DateTime::UNIX_EPOCH,
        ))
    }

    #[test]
    fn tn_08_a_client_s_people_hear_of_their_own_texts_only() {
        let company = caller(Role::Client(ClientRole::CompanyAdministrator));
        for (kind, client, hears) in [
            ("message.received", Some(OWN), true),
            ("conversation.changed", Some(OWN), true),
            ("message.received", Some(OTHER), false),
            ("message.received", None, false),
            ("session.opened", Some(OWN), false),
            ("invite.sent", None, false),
        ] {
            assert_eq!(heard(kind, client).is_for(&company), hears, "{kind}");
        }
    }

    #[test]
    fn tn_08_staff_hear_what_their_role_reads() {
        let of = |role| caller(Role::Staff(role));
        let (text, activity) = (
            heard("message.sent", Some(OTHER)),
            heard("invite.sent", None),
        );
        for role in [
            StaffRole::Owner,
            StaffRole::Administrator,
            StaffRole::Manager,
        ] {
            assert!(text.is_for(&of(role)) && activity.is_for(&of(role)));
        }
        for role in [StaffRole::SalesRep, StaffRole::Technician] {
            assert!(!text.is_for(&of(role)) && !activity.is_for(&of(role)));
        }
    }

    /// What [`within_reach`] relies on.
    #[test]
    fn tn_08_whoever_may_follow_sees_all_clients_or_their_own() {
        for role in Permission::ReadMessages.roles() {
            let reach = role.client_reach();
            assert!(matches!(reach, ClientReach::All | ClientReach::Own));
        }
    }

    #[test]
    fn a_block_is_one_line_of_data_whatever_is_in_it() {
        let told = heard("message.received", Some(OWN)).told;
        assert_eq!(
            block(3, &told),
            "id: 3\ndata: {\"type\":\"message.received\",\
             \"client_id\":\"00000000-0000-0000-0000-000000000007\",\
             \"subject_id\":\"00000000-0000-0000-0000-000000000002\",\
             \"conversation_id\":\"00000000-0000-0000-0000-000000000009\",\
             \"created_at\":\"1970-01-01T00:00:00Z\"}\n\n"
        );
    }
}
