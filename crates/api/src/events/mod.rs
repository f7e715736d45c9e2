//! The spine and the audit log: what happened, recorded in the transaction in which it happened, and
//! sealed into a chain of hashes when it commits. It is only ever added to. Activity and webhooks read
//! it; it holds ids and plain facts, never a secret.

mod canonical;
mod changes;
mod csv;
mod export_events;
mod filter;
mod list_events;
mod origin;
mod seal;
mod show;
mod verify;
mod words;

pub use changes::changes;
pub use csv::written as csv_cell;
pub use origin::{Origin, caused_by, note_origin, origin};
pub use seal::seal;
pub use verify::{Broken, Checked, verify};

use crate::context::Context;
use crate::contract::Operations;
use crate::db::insert_all;
use crate::extract::Caller;
use crate::refusal::{Refusal, reference};
use gangway_domain::ids::{ApiKeyId, ClientId, PartnerId, PersonId, PlaceId};
use gangway_entities::event::ActiveModel;
use sea_orm::ActiveValue::Set;
use sea_orm::{DatabaseTransaction, EntityTrait};
use serde_json::{Value, json};
use std::sync::atomic::{AtomicI64, Ordering};
use uuid::Uuid;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_events::list_events)
        .service(export_events::export_events);
}

/// Something that happened.
#[derive(Clone, Debug)]
pub struct Event {
    /// What: a noun and a past participle, such as `invite.sent`.
    pub kind: &'static str,
    /// The thing it happened to.
    pub subject: Uuid,
    /// The partner it belongs to.
    pub partner: Option<PartnerId>,
    /// The client it concerns.
    pub client: Option<ClientId>,
    /// Who did it; none for jobs and keys.
    pub person: Option<PersonId>,
    /// The place they did it in.
    pub place: Option<PlaceId>,
    /// The key that did it.
    pub api_key: Option<ApiKeyId>,
    /// Plain facts: what the thing was called, and what a sentence about it needs.
    pub data: Value,
    /// Fields that changed, each with what it was and what it is.
    pub changes: Option<Value>,
}

impl Event {
    /// Something a caller did.
    pub fn by(caller: &Caller, kind: &'static str, subject: impl Into<Uuid>) -> Self {
        Self {
            kind,
            subject: subject.into(),
            partner: Some(caller.partner),
            client: caller.client,
            person: caller.person(),
            place: Some(caller.place_id),
            api_key: caller.key(),
            data: json!({}),
            changes: None,
        }
    }

    /// Something that happened without a caller.
    pub fn of(kind: &'static str, subject: impl Into<Uuid>) -> Self {
        Self {
            kind,
            subject: subject.into(),
            partner: None,
            client: None,
            person: None,
            place: None,
            api_key: None,
            data: json!({}),
            changes: None,
        }
    }

    /// The same at a partner.
    #[must_use]
    pub fn at(mut self, partner: PartnerId) -> Self {
        self.partner = Some(partner);
        self
    }

    /// The same about a client.
    #[must_use]
    pub fn about(mut self, client: ClientId) -> Self {
        self.client = Some(client);
        self
    }

    /// The same done by a person.
    #[must_use]
    pub fn done_by(mut self, person: PersonId) -> Self {
        self.person = Some(person);
        self
    }

    /// The same done in a place.
    #[must_use]
    pub fn in_place(mut self, place: PlaceId) -> Self {
        self.place = Some(place);
        self
    }

    /// The same with facts.
    #[must_use]
    pub fn with(mut self, data: Value) -> Self {
        self.data = data;
        self
    }

    /// The same with what changed.
    #[must_use]
    pub fn changing(mut self, changes: Value) -> Self {
        self.changes = Some(changes);
        self
    }
}

/// Records an event in the caller's transaction, which seals it when it commits.
pub async fn record(ctx: &Context, tx: &DatabaseTransaction, event: Event) -> Result<(), Refusal> {
    gangway_entities::event::Entity::insert(row(ctx, event))
        .exec_without_returning(tx)
        .await?;
    Ok(())
}

/// Records many events.
pub async fn record_all(
    ctx: &Context,
    tx: &DatabaseTransaction,
    events: Vec<Event>,
) -> Result<(), Refusal> {
    let rows = events.into_iter().map(|event| row(ctx, event));
    Ok(insert_all(tx, rows.collect()).await?)
}

fn row(ctx: &Context, event: Event) -> ActiveModel {
    // Until then only the order counts in which one transaction records.
    static RECORDED: AtomicI64 = AtomicI64::new(1);
    let origin = origin::origin();
    let actor = match (event.person, event.api_key, &origin) {
        (Some(_), _, _) => "person",
        (None, Some(_), _) => "api_key",
        (None, None, Some(_)) => "visitor",
        (None, None, None) => "system",
    };
    let origin = origin.unwrap_or_default();
    ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(event.partner.map(Into::into)),
        client_id: Set(event.client.map(Into::into)),
        person_id: Set(event.person.map(Into::into)),
        place_id: Set(event.place.map(Into::into)),
        actor: Set(actor.to_owned()),
        kind: Set(event.kind.to_owned()),
        subject_id: Set(event.subject),
        data: Set(event.data),
        changes: Set(event.changes),
        request_id: Set(Some(reference())),
        address: Set(origin.address),
        user_agent: Set(origin.user_agent),
        created_at: Set(ctx.now()),
        sequence: Set(RECORDED.fetch_add(1, Ordering::Relaxed)),
        previous_hash: Set(None),
        hash: Set(None),
        api_key_id: Set(event.api_key.map(Into::into)),
    }
}
