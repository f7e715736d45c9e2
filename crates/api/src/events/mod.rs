//! The spine: what happened, recorded in the transaction in which it happened. Activity, audit and
//! webhooks read it; it holds ids and plain facts, never a secret.

use crate::context::Context;
use crate::extract::Caller;
use crate::refusal::{Refusal, reference};
use gangway_domain::ids::{ApiKeyId, ClientId, PartnerId, PersonId};
use gangway_entities::event::ActiveModel;
use sea_orm::ActiveValue::Set;
use sea_orm::{DatabaseTransaction, EntityTrait};
use serde_json::Value;
use uuid::Uuid;

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
    /// The key that did it.
    pub api_key: Option<ApiKeyId>,
    /// Plain facts.
    pub data: Value,
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
            api_key: caller.key(),
            data: Value::Null,
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
            api_key: None,
            data: Value::Null,
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

    /// The same with facts.
    #[must_use]
    pub fn with(mut self, data: Value) -> Self {
        self.data = data;
        self
    }
}

/// Records an event in the caller's transaction.
pub async fn record(ctx: &Context, tx: &DatabaseTransaction, event: Event) -> Result<(), Refusal> {
    let row = ActiveModel {
        id: Set(ctx.new_id()),
        partner_id: Set(event.partner.map(Into::into)),
        client_id: Set(event.client.map(Into::into)),
        person_id: Set(event.person.map(Into::into)),
        kind: Set(event.kind.to_owned()),
        subject_id: Set(event.subject),
        data: Set(event.data),
        request_id: Set(Some(reference())),
        created_at: Set(ctx.now()),
        api_key_id: Set(event.api_key.map(Into::into)),
    };
    gangway_entities::event::Entity::insert(row)
        .exec_without_returning(tx)
        .await?;
    Ok(())
}
