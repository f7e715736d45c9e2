//! The only ways to begin a query. What belongs to a partner is found with the partner; the few
//! tables that belong to nobody, and the few questions that are asked before a partner is known, are
//! named here one by one.

use crate::in_force::of_no_suspended_partner;
use crate::literal::is_word;
use crate::{
    api_key, client, client_domain, client_hours, client_import, client_import_client,
    client_import_match, client_import_row, client_staff, client_tech_group, consent,
    consent_wording, contact, conversation, custom_field, custom_value, data_key, email_change,
    event, event_chain, file, first_set_up, handover, heartbeat, idempotency_key,
    installation_call, installation_check, invite, job, limit_bucket, link, mail, message,
    number_order, onboarding, partner, partner_link, password_reset, person, place, quick_reply,
    recovery_code, schedule, second_factor, session, sign_up, site, tech_group, tech_group_member,
    texting_setting, widget_application, widget_style,
};
use gangway_domain::ids::{
    ApiKeyId, ClientId, InviteId, LinkId, NumberOrderId, PartnerId, PartnerLinkId, PersonId,
    PlaceId,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait, Condition, DeleteMany, EntityTrait, QueryFilter, QuerySelect as _,
    QueryTrait as _, Select, SelectTwo, UpdateMany,
};
use uuid::Uuid;

/// A table whose rows belong to one partner each.
pub trait OfPartner: EntityTrait {
    /// The column that names the partner.
    fn partner_column() -> Self::Column;
    /// The column that names the row.
    fn id_column() -> Self::Column;

    /// The partner's rows.
    #[expect(clippy::disallowed_methods, reason = "the finder that scopes it")]
    fn of(partner: PartnerId) -> Select<Self> {
        Self::find().filter(Self::partner_column().eq(partner.0))
    }

    /// One row of the partner's.
    fn one_of(partner: PartnerId, id: impl Into<Uuid>) -> Select<Self> {
        Self::of(partner).filter(Self::id_column().eq(id.into()))
    }

    /// An update of one row of the partner's.
    #[expect(clippy::disallowed_methods, reason = "the finder that scopes it")]
    fn change(partner: PartnerId, id: impl Into<Uuid>) -> UpdateMany<Self> {
        Self::update_many()
            .filter(Self::partner_column().eq(partner.0))
            .filter(Self::id_column().eq(id.into()))
    }

    /// An update of some rows of the partner's.
    #[expect(clippy::disallowed_methods, reason = "the finder that scopes it")]
    fn change_these(
        partner: PartnerId,
        ids: impl IntoIterator<Item = impl Into<Uuid>>,
    ) -> UpdateMany<Self> {
        let ids = ids.into_iter().map(Into::<Uuid>::into);
        Self::update_many()
            .filter(Self::partner_column().eq(partner.0))
            .filter(Self::id_column().is_in(ids))
    }

    /// A deletion of rows of the partner's, still to be named.
    #[expect(clippy::disallowed_methods, reason = "the finder that scopes it")]
    fn remove_some(partner: PartnerId) -> DeleteMany<Self> {
        Self::delete_many().filter(Self::partner_column().eq(partner.0))
    }

    /// A deletion of one row of the partner's.
    #[expect(clippy::disallowed_methods, reason = "the finder that scopes it")]
    fn remove(partner: PartnerId, id: impl Into<Uuid>) -> DeleteMany<Self> {
        Self::delete_many()
            .filter(Self::partner_column().eq(partner.0))
            .filter(Self::id_column().eq(id.into()))
    }
}

/// A deletion of the links that open one of these.
#[expect(clippy::disallowed_methods, reason = "the subjects name the links")]
pub fn remove_links_to(subjects: &[Uuid]) -> DeleteMany<link::Entity> {
    link::Entity::delete_many().filter(link::Column::SubjectId.is_in(subjects.iter().copied()))
}

/// A table whose rows belong to one client each.
pub trait OfClient: OfPartner {
    /// The column that names the client.
    fn client_column() -> Self::Column;

    /// One row of a client's.
    fn one_of_client(partner: PartnerId, client: ClientId, id: impl Into<Uuid>) -> Select<Self> {
        Self::one_of(partner, id).filter(Self::client_column().eq(client.0))
    }

    /// A client's rows.
    fn of_client(partner: PartnerId, client: ClientId) -> Select<Self> {
        Self::of(partner).filter(Self::client_column().eq(client.0))
    }

    /// An update of some clients' rows.
    #[expect(clippy::disallowed_methods, reason = "the finder that scopes it")]
    fn change_of_clients(partner: PartnerId, clients: &[ClientId]) -> UpdateMany<Self> {
        Self::update_many()
            .filter(Self::partner_column().eq(partner.0))
            .filter(Self::client_column().is_in(clients.iter().map(|client| client.0)))
    }

    /// A deletion of a client's rows.
    #[expect(clippy::disallowed_methods, reason = "the finder that scopes it")]
    fn remove_of_client(partner: PartnerId, client: ClientId) -> DeleteMany<Self> {
        Self::delete_many()
            .filter(Self::partner_column().eq(partner.0))
            .filter(Self::client_column().eq(client.0))
    }
}

/// A table that belongs to no partner.
pub trait OfNobody: EntityTrait {
    /// All rows.
    #[expect(clippy::disallowed_methods, reason = "the table belongs to no partner")]
    fn all() -> Select<Self> {
        Self::find()
    }

    /// An update of rows still to be named.
    #[expect(clippy::disallowed_methods, reason = "the table belongs to no partner")]
    fn change_all() -> UpdateMany<Self> {
        Self::update_many()
    }
}

macro_rules! of_partner {
    ($($table:ident . $id:ident),+ $(,)?) => {$(
        impl OfPartner for $table::Entity {
            fn partner_column() -> $table::Column {
                $table::Column::PartnerId
            }
            fn id_column() -> $table::Column {
                $table::Column::$id
            }
        }
    )+};
}

of_partner! {
    api_key.Id, client.Id, event.Id, handover.Id, invite.Id, mail.Id, number_order.Id, onboarding.ClientId, partner_link.Id, place.Id, consent.Id, consent_wording.Id, quick_reply.Id, texting_setting.ClientId, conversation.Id, message.Id, installation_call.ClientId, installation_check.Id, schedule.Id, widget_application.Id, widget_style.ClientId, file.Id, client_import.Id, client_import_row.ImportId, client_import_client.ImportId, client_import_match.Id,
    contact.Id, site.Id, client_hours.ClientId, client_domain.ClientId, client_staff.ClientId, tech_group.Id, tech_group_member.GroupId, client_tech_group.ClientId, custom_field.Id, custom_value.ClientId,
}

macro_rules! of_client {
    ($($table:ident),+ $(,)?) => {$(
        impl OfClient for $table::Entity {
            fn client_column() -> $table::Column {
                $table::Column::ClientId
            }
        }
    )+};
}

of_client! {
    client_domain, client_import_client, client_hours, client_staff, client_tech_group, consent, consent_wording, contact,
    conversation, custom_value, handover, installation_call, installation_check, invite, message,
    number_order, onboarding, place, quick_reply, schedule, site, texting_setting, widget_application,
    widget_style
}

impl OfPartner for partner::Entity {
    fn partner_column() -> partner::Column {
        partner::Column::Id
    }
    fn id_column() -> partner::Column {
        partner::Column::Id
    }
}

impl OfNobody for person::Entity {}
impl OfNobody for session::Entity {}
impl OfNobody for sign_up::Entity {}
impl OfNobody for password_reset::Entity {}
impl OfNobody for link::Entity {}
impl OfNobody for job::Entity {}
impl OfNobody for idempotency_key::Entity {}
impl OfNobody for heartbeat::Entity {}
impl OfNobody for limit_bucket::Entity {}
impl OfNobody for event_chain::Entity {}
impl OfNobody for data_key::Entity {}
impl OfNobody for second_factor::Entity {}
impl OfNobody for recovery_code::Entity {}
impl OfNobody for email_change::Entity {}
impl OfNobody for first_set_up::Entity {}

/// The places of a person, at every partner: who signs in sees all of them.
#[expect(
    clippy::disallowed_methods,
    reason = "a person's own places span partners"
)]
pub fn places_of(person: PersonId) -> Select<place::Entity> {
    place::Entity::find().filter(place::Column::PersonId.eq(person.0))
}

/// The place a token names, if it is this person's.
pub fn place_of(person: PersonId, id: PlaceId) -> Select<place::Entity> {
    places_of(person).filter(place::Column::Id.eq(id.0))
}

/// An update of a person's places, at every partner: they carry the person's email.
#[expect(
    clippy::disallowed_methods,
    reason = "a person's own places span partners"
)]
pub fn change_places_of(person: PersonId) -> UpdateMany<place::Entity> {
    place::Entity::update_many().filter(place::Column::PersonId.eq(person.0))
}

/// The places an email holds that are not this person's: invitations nobody accepted yet.
#[expect(
    clippy::disallowed_methods,
    reason = "whether an address is free is asked across partners"
)]
pub fn places_of_others(person: PersonId, email: &str) -> Select<place::Entity> {
    place::Entity::find()
        .filter(place::Column::Email.eq(email))
        .filter(
            Condition::any()
                .add(place::Column::PersonId.is_null())
                .add(place::Column::PersonId.ne(person.0)),
        )
}

/// The key that a request came with, before the partner is known.
#[expect(clippy::disallowed_methods, reason = "the key names its row")]
pub fn api_key_of_request(id: ApiKeyId, secret_hash: &str) -> Select<api_key::Entity> {
    api_key::Entity::find()
        .filter(api_key::Column::Id.eq(id.0))
        .filter(api_key::Column::SecretHash.eq(secret_hash))
        .filter(of_no_suspended_partner(api_key::Column::PartnerId))
}

/// The invitation behind a link, before the partner is known.
#[expect(clippy::disallowed_methods, reason = "the link names the invitation")]
pub fn invite_behind_link(id: InviteId) -> Select<invite::Entity> {
    invite::Entity::find()
        .filter(invite::Column::Id.eq(id.0))
        .filter(of_no_suspended_partner(invite::Column::PartnerId))
}

/// The partner's shareable link behind a token, before the partner is known.
#[expect(clippy::disallowed_methods, reason = "the link names its row")]
pub fn partner_link_behind_link(id: PartnerLinkId) -> Select<partner_link::Entity> {
    partner_link::Entity::find()
        .filter(partner_link::Column::Id.eq(id.0))
        .filter(of_no_suspended_partner(partner_link::Column::PartnerId))
}

/// The hand-over behind a token, before the partner is known.
#[expect(clippy::disallowed_methods, reason = "the link names its row")]
pub fn handover_behind_link(id: LinkId) -> Select<handover::Entity> {
    handover::Entity::find()
        .filter(handover::Column::Id.eq(id.0))
        .filter(of_no_suspended_partner(handover::Column::PartnerId))
}

/// The client whose application carries a public key, with the application's look.
#[expect(clippy::disallowed_methods, reason = "the public key names the client")]
pub fn client_of_application(key: &str) -> SelectTwo<client::Entity, widget_style::Entity> {
    client::Entity::find()
        .filter(client::Column::ApplicationKey.eq(key))
        .filter(client::Column::DeletedAt.is_null())
        .filter(of_no_suspended_partner(client::Column::PartnerId))
        .find_also_related(widget_style::Entity)
}

/// The order whose number a webhook is about, before the partner is known.
#[expect(
    clippy::disallowed_methods,
    reason = "the webhook's address names the order"
)]
pub fn order_behind_hook(id: NumberOrderId) -> Select<number_order::Entity> {
    number_order::Entity::find().filter(number_order::Column::Id.eq(id.0))
}

/// The orders with a number whose texts are brought elsewhere, whosever they are.
#[expect(
    clippy::disallowed_methods,
    reason = "each server tells the provider where it is"
)]
pub fn orders_hooked_elsewhere(base: &str) -> Select<number_order::Entity> {
    let hook = number_order::Column::HookBase;
    number_order::Entity::find()
        .filter(is_word(number_order::Column::State, "assigned"))
        .filter(hook.is_null().or(hook.ne(base)))
}

/// The orders with a number, whosever they are, that come after one.
#[expect(
    clippy::disallowed_methods,
    reason = "each server asks the provider for the texts of every number"
)]
pub fn orders_with_number(after: Option<NumberOrderId>) -> Select<number_order::Entity> {
    let after = after.map_or_else(Uuid::nil, |order| order.0);
    number_order::Entity::find()
        .filter(is_word(number_order::Column::State, "assigned"))
        .filter(number_order::Column::Id.gt(after))
}

/// The mail a job sends; a mail may belong to no partner.
#[expect(clippy::disallowed_methods, reason = "some mails belong to no partner")]
pub fn mail_of_job(id: Uuid) -> Select<mail::Entity> {
    mail::Entity::find().filter(mail::Column::Id.eq(id))
}

/// An update of a mail by its id alone.
#[expect(clippy::disallowed_methods, reason = "some mails belong to no partner")]
pub fn change_mail(id: Uuid) -> UpdateMany<mail::Entity> {
    mail::Entity::update_many().filter(mail::Column::Id.eq(id))
}

/// The events that still wait for their place in a chain, whosever they are.
#[expect(
    clippy::disallowed_methods,
    reason = "a transaction seals whatever it recorded"
)]
pub fn unsealed_events() -> Select<event::Entity> {
    event::Entity::find().filter(event::Column::Hash.is_null())
}

/// An update that seals some events; one that is sealed is never changed.
#[expect(
    clippy::disallowed_methods,
    reason = "a transaction seals whatever it recorded"
)]
pub fn seal_events(ids: impl IntoIterator<Item = Uuid>) -> UpdateMany<event::Entity> {
    event::Entity::update_many()
        .filter(event::Column::Id.is_in(ids))
        .filter(event::Column::Hash.is_null())
}

/// The events of a chain: a partner's, or those that belong to no partner.
#[expect(clippy::disallowed_methods, reason = "chains are checked one by one")]
pub fn events_of_chain(partner: Option<PartnerId>) -> Select<event::Entity> {
    let column = event::Column::PartnerId;
    event::Entity::find().filter(match partner {
        Some(partner) => column.eq(partner.0),
        None => column.is_null(),
    })
}

/// Every partner, as only the operator sees them.
#[expect(
    clippy::disallowed_methods,
    reason = "the operator runs for all of them"
)]
pub fn every_partner() -> Select<partner::Entity> {
    partner::Entity::find()
}

/// Raises a version column by one.
pub fn next_version<C: ColumnTrait>(column: C) -> Expr {
    Expr::col(column).add(1)
}

/// The events of chains without a head.
#[expect(clippy::disallowed_methods, reason = "the operator checks all chains")]
pub fn events_without_head() -> Select<event::Entity> {
    let heads = || {
        event_chain::Entity::find()
            .select_only()
            .column(event_chain::Column::Id)
    };
    let column = event::Column::PartnerId;
    let nobody = heads().filter(event_chain::Column::Id.eq(Uuid::nil()));
    event::Entity::find().filter(
        Condition::any()
            .add(
                column
                    .is_not_null()
                    .and(column.not_in_subquery(heads().into_query())),
            )
            .add(column.is_null().and(Expr::not_exists(nobody.into_query()))),
    )
}
