//! The few questions that are asked before a partner is known, or across partners, one by one.

use crate::in_force::of_no_suspended_partner;
use crate::literal::is_word;
use crate::{
    api_key, client, event, event_chain, handover, invite, mail, number_order, partner,
    partner_link, place, widget_style,
};
use gangway_domain::ids::{
    ApiKeyId, InviteId, LinkId, NumberOrderId, PartnerId, PartnerLinkId, PersonId, PlaceId,
};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, Condition, EntityTrait as _, QueryFilter as _, QuerySelect as _,
    QueryTrait as _, Select, SelectTwo, UpdateMany,
};
use uuid::Uuid;

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
