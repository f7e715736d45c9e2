//! The only ways to begin a query. What belongs to a partner is found with the partner; the few
//! tables that belong to nobody are named here one by one, and the few questions that are asked before a
//! partner is known in `named`.

mod named;

pub use named::*;

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
use gangway_domain::ids::{ClientId, PartnerId};
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait, DeleteMany, EntityTrait, QueryFilter, Select, UpdateMany};
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

/// Raises a version column by one.
pub fn next_version<C: ColumnTrait>(column: C) -> Expr {
    Expr::col(column).add(1)
}
