//! Clients as they travel.

use super::parts::{ContactKind, Part};
use crate::invites::kind_str;
use crate::onboarding::{self, Standing};
use crate::places;
use crate::refusal::Refusal;
use crate::texting::state_str;
use gangway_domain::ids::{ClientId, InviteId, PartnerId};
use gangway_domain::wire::{Client, ClientState, InviteKind, SmsNumberState};
use gangway_entities::client::{Entity, Model};
use gangway_entities::client_shown::{Around, ClientShown, Stored};
use gangway_entities::finders::OfPartner as _;
use sea_orm::{ConnectionTrait, Select, SelectModel, Selector};

/// The same clients with what is shown of them.
pub(super) fn shown(clients: Select<Entity>) -> Selector<SelectModel<ClientShown>> {
    let stored = Stored {
        assigned: state_str(SmsNumberState::Assigned),
        client_setup: kind_str(InviteKind::ClientSetup),
        account_manager: Part::AccountManager.as_str(),
        primary: ContactKind::Primary.as_str(),
    };
    gangway_entities::client_shown::shown(clients, stored)
}

/// One client of a partner as it travels, and its version.
pub async fn show_one(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ClientId,
) -> Result<(i64, Client), Refusal> {
    let found = shown(Entity::one_of(partner, id)).one(db).await?;
    let found = found.ok_or_else(Refusal::not_found)?;
    Ok((found.client.version, show(found)))
}

/// A row as it travels.
pub(super) fn show(row: ClientShown) -> Client {
    let standing = standing(&row.around);
    let Around {
        phone_number,
        invite_id,
        first_name,
        last_name,
        email,
        manager_first_name,
        manager_last_name,
        manager_email,
        contact_email: primary_email,
        ..
    } = row.around;
    let named = |first: Option<String>, last: Option<String>, email: Option<String>| {
        email.map(|email| places::full_name(first.as_deref(), last.as_deref(), &email))
    };
    let Model {
        id,
        partner_id: _,
        name,
        name_key: _,
        contact_email,
        created_by: _,
        address_line1,
        address_line2,
        city,
        region,
        postal_code,
        country,
        time_zone,
        reply_to,
        website,
        application_key: _,
        created_at,
        updated_at,
        version: _,
        email: _,
        phone: _,
        is_test,
        deleted_at,
        removing_at: _,
        sort_name: _,
    } = row.client;
    let state = match standing.state() {
        ClientState::Invited if invite_id.is_none() => ClientState::NotInvited,
        state => state,
    };
    Client {
        id: ClientId(id),
        name,
        contact_email: primary_email.or(contact_email),
        state,
        step: standing.step(),
        address_line1,
        address_line2,
        city,
        region,
        postal_code,
        country,
        time_zone,
        reply_to,
        website,
        sms_number: phone_number,
        invite_id: invite_id.map(InviteId),
        created_by: named(first_name, last_name, email),
        account_manager: named(manager_first_name, manager_last_name, manager_email),
        is_test,
        deleted_at,
        created_at,
        updated_at,
    }
}

fn standing(around: &Around) -> Standing {
    let Around {
        credentials: Some(credentials),
        company_info: Some(company_info),
        enable_sms: Some(enable_sms),
        enable_application: Some(enable_application),
        invite_team: Some(invite_team),
        finished_at,
        ..
    } = around
    else {
        return Standing::default();
    };
    let steps = [
        credentials,
        company_info,
        enable_sms,
        enable_application,
        invite_team,
    ];
    onboarding::standing_of(steps, *finished_at)
}
