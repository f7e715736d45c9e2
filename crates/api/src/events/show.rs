//! Events as they travel, with the names of those they are about.

use super::words::what;
use crate::refusal::Refusal;
use crate::{api_keys, clients, places};
use gangway_domain::ids::{ClientId, PartnerId, PersonId};
use gangway_domain::wire::{Actor, ActorKind, ClientBrief, Event, EventGroup, FieldChange};
use gangway_entities::event::Model;
use sea_orm::ConnectionTrait;
use serde_json::Value;
use std::collections::{BTreeSet, HashMap};
use uuid::Uuid;

/// The people and clients around some events.
pub struct Around {
    people: HashMap<Uuid, String>,
    keys: HashMap<Uuid, String>,
    clients: HashMap<ClientId, ClientBrief>,
}

impl Around {
    /// Finds them, all of the partner.
    pub async fn of(
        db: &impl ConnectionTrait,
        partner: PartnerId,
        rows: &[Model],
    ) -> Result<Self, Refusal> {
        let people: BTreeSet<Uuid> = rows.iter().filter_map(|row| row.person_id).collect();
        let keys = rows.iter().filter_map(|row| row.api_key_id).collect();
        let clients: BTreeSet<ClientId> = rows
            .iter()
            .filter_map(|row| row.client_id.map(ClientId))
            .collect();
        Ok(Self {
            keys: api_keys::names(db, partner, keys).await?,
            people: places::names_of_people(db, partner, people).await?,
            clients: clients::briefs(db, partner, &clients.into_iter().collect::<Vec<_>>()).await?,
        })
    }

    /// An event as it travels.
    pub fn show(&self, row: Model) -> Event {
        let actor = self.actor(&row);
        let Model {
            id,
            partner_id: _,
            client_id,
            person_id: _,
            place_id: _,
            api_key_id: _,
            actor: _,
            kind,
            subject_id,
            data,
            changes,
            request_id,
            address,
            user_agent,
            created_at,
            sequence,
            previous_hash: _,
            hash,
        } = row;
        Event {
            id: id.into(),
            sequence: u64::try_from(sequence).unwrap_or_default(),
            group: EventGroup::of(&kind),
            actor,
            what: what(&kind, &data),
            subject_id,
            client: client_id.and_then(|id| self.clients.get(&ClientId(id)).cloned()),
            changes: fields(changes.as_ref()),
            request_id,
            address,
            user_agent,
            hash: hash.unwrap_or_default(),
            created_at,
            kind,
        }
    }

    fn actor(&self, row: &Model) -> Actor {
        let (kind, name) = match (row.actor.as_str(), row.person_id) {
            (_, Some(person)) => {
                let name = self.people.get(&person).cloned();
                (
                    ActorKind::Person,
                    name.unwrap_or_else(|| "Someone".to_owned()),
                )
            }
            ("api_key", None) => {
                let name = row.api_key_id.and_then(|key| self.keys.get(&key));
                let name = name.map_or("An API key".to_owned(), |name| format!("API key {name}"));
                (ActorKind::ApiKey, name)
            }
            ("visitor", None) => (ActorKind::Visitor, "Someone with a link".to_owned()),
            (_, None) => (ActorKind::System, "Gangway".to_owned()),
        };
        Actor {
            kind,
            person_id: row.person_id.map(PersonId),
            name,
        }
    }
}

fn fields(changes: Option<&Value>) -> Vec<FieldChange> {
    let text = |value: &Value| match value {
        Value::Null => None,
        Value::String(text) => Some(text.clone()),
        other => Some(other.to_string()),
    };
    let fields = changes.and_then(Value::as_object).into_iter().flatten();
    let change = |(field, change): (&String, &Value)| FieldChange {
        field: field.clone(),
        before: change.get("before").and_then(text),
        after: change.get("after").and_then(text),
    };
    fields.map(change).collect()
}
