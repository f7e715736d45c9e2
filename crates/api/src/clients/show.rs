//! Clients as they travel.

use crate::refusal::Refusal;
use crate::{invites, onboarding, places, texting};
use gangway_domain::ids::{ClientId, InviteId, PartnerId};
use gangway_domain::wire::Client;
use gangway_entities::client::Model;
use onboarding::Standing;
use sea_orm::ConnectionTrait;
use std::collections::HashMap;
use uuid::Uuid;

/// What other capabilities know of some clients, fetched for all of them at once.
pub(super) struct Around {
    standings: HashMap<ClientId, Standing>,
    numbers: HashMap<ClientId, String>,
    invites: HashMap<ClientId, InviteId>,
    names: HashMap<Uuid, String>,
}

impl Around {
    /// Fetches it.
    pub async fn of(
        db: &impl ConnectionTrait,
        partner: PartnerId,
        rows: &[Model],
    ) -> Result<Self, Refusal> {
        let ids: Vec<ClientId> = rows.iter().map(|row| ClientId(row.id)).collect();
        let creators = rows.iter().filter_map(|row| row.created_by).collect();
        Ok(Self {
            standings: onboarding::standings(db, partner, &ids).await?,
            numbers: texting::numbers(db, partner, &ids).await?,
            invites: invites::newest_of_clients(db, partner, &ids).await?,
            names: places::names(db, partner, creators).await?,
        })
    }

    /// A row as it travels.
    pub fn show(&self, row: Model) -> Client {
        let Model {
            id,
            partner_id: _,
            name,
            name_key: _,
            contact_email,
            created_by,
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
        } = row;
        let id = ClientId(id);
        let standing = self.standings.get(&id).copied().unwrap_or_default();
        Client {
            id,
            name,
            contact_email,
            state: standing.state(),
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
            sms_number: self.numbers.get(&id).cloned(),
            invite_id: self.invites.get(&id).copied(),
            created_by: created_by.and_then(|place| self.names.get(&place).cloned()),
            created_at,
            updated_at,
        }
    }
}

/// Rows as they travel, in their order.
pub async fn show(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    rows: Vec<Model>,
) -> Result<Vec<Client>, Refusal> {
    let around = Around::of(db, partner, &rows).await?;
    Ok(rows.into_iter().map(|row| around.show(row)).collect())
}

/// One row as it travels.
pub async fn show_one(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    row: Model,
) -> Result<Client, Refusal> {
    Ok(Around::of(db, partner, std::slice::from_ref(&row))
        .await?
        .show(row))
}
