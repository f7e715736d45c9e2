//! Clients as lines of the list, in a fixed number of statements for a batch.

use crate::clients::parts::{ContactKind, Part};
use crate::refusal::Refusal;
use crate::{custom_fields, staff};
use gangway_domain::client_rows::{CUSTOM_PREFIX, Column};
use gangway_domain::ids::PartnerId;
use gangway_domain::values::PhoneNumber;
use gangway_entities::finders::OfPartner;
use gangway_entities::{
    client, client_domain, client_staff, client_tech_group, contact, custom_field, custom_value,
    site, tech_group,
};
use gangway_sheet::Writer;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _,
};
use std::collections::HashMap;
use uuid::Uuid;

/// The partner's own fields that are asked for, as the last columns.
pub struct Fields(Vec<custom_field::Model>);

impl Fields {
    pub async fn of(db: &impl ConnectionTrait, partner: PartnerId) -> Result<Self, Refusal> {
        let mut fields = custom_fields::fields(db, partner).await?;
        fields.retain(|field| field.archived_at.is_none());
        Ok(Self(fields))
    }

    /// The mark and the header.
    pub fn head(&self) -> Result<String, Refusal> {
        let columns = Column::ALL.iter().map(|column| column.name().to_owned());
        let own = self.0.iter();
        let own = own.map(|field| format!("{CUSTOM_PREFIX}{}", field.name));
        let names: Vec<String> = columns.chain(own).collect();
        let head = Writer::new(Vec::new(), names.iter().map(String::as_str));
        text(head.and_then(Writer::finish))
    }
}

/// What a batch of clients has, by client.
struct Around {
    contacts: HashMap<Uuid, Vec<contact::Model>>,
    sites: HashMap<Uuid, site::Model>,
    domains: HashMap<Uuid, Vec<String>>,
    managers: HashMap<Uuid, String>,
    groups: HashMap<Uuid, Vec<String>>,
    values: HashMap<(Uuid, Uuid), String>,
}

/// The lines of some clients.
pub async fn lines(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    fields: &Fields,
    clients: &[client::Model],
) -> Result<String, Refusal> {
    let around = Around::of(db, partner, clients).await?;
    let mut writer = Writer::more(Vec::new());
    for client in clients {
        let mut cells: Vec<String> = Column::ALL
            .iter()
            .map(|column| around.cell(client, *column).unwrap_or_default())
            .collect();
        cells.extend(fields.0.iter().map(|field| {
            let value = around.values.get(&(client.id, field.id));
            value.cloned().unwrap_or_default()
        }));
        let written = writer.row(cells.iter().map(String::as_str));
        written.map_err(Refusal::internal)?;
    }
    text(writer.finish())
}

fn text(bytes: std::io::Result<Vec<u8>>) -> Result<String, Refusal> {
    let bytes = bytes.map_err(Refusal::internal)?;
    String::from_utf8(bytes).map_err(Refusal::internal)
}

impl Around {
    async fn of(
        db: &impl ConnectionTrait,
        partner: PartnerId,
        clients: &[client::Model],
    ) -> Result<Self, Refusal> {
        let ids: Vec<Uuid> = clients.iter().map(|client| client.id).collect();
        let contacts = contact::Entity::of(partner)
            .filter(contact::Column::ClientId.is_in(ids.iter().copied()));
        let sites = site::Entity::of(partner)
            .filter(site::Column::ClientId.is_in(ids.iter().copied()))
            .filter(site::Column::IsHeadquarters.eq(true));
        let domains = client_domain::Entity::of(partner)
            .filter(client_domain::Column::ClientId.is_in(ids.iter().copied()))
            .order_by_asc(client_domain::Column::Position);
        let values = custom_value::Entity::of(partner)
            .filter(custom_value::Column::ClientId.is_in(ids.iter().copied()));
        let (contacts, sites) = (contacts.all(db).await?, sites.all(db).await?);
        let (domains, values) = (domains.all(db).await?, values.all(db).await?);
        let sites = sites.into_iter().map(|row| (row.client_id, row));
        let values = values
            .into_iter()
            .map(|row| ((row.client_id, row.field_id), row.value));
        Ok(Self {
            contacts: grouped(contacts.into_iter().map(|row| (row.client_id, row))),
            sites: sites.collect(),
            domains: grouped(domains.into_iter().map(|row| (row.client_id, row.domain))),
            managers: managers(db, partner, &ids).await?,
            groups: groups(db, partner, &ids).await?,
            values: values.collect(),
        })
    }

    fn contact(&self, client: Uuid, kind: ContactKind) -> Option<&contact::Model> {
        let contacts = self.contacts.get(&client)?;
        contacts.iter().find(|row| row.kind == kind.as_str())
    }

    fn cell(&self, client: &client::Model, column: Column) -> Option<String> {
        let primary = || self.contact(client.id, ContactKind::Primary);
        let secondary = || self.contact(client.id, ContactKind::Secondary);
        let number = || PhoneNumber::parse(primary()?.phone.as_deref()?).ok();
        let site = || self.sites.get(&client.id);
        match column {
            Column::ClientName => client.name.clone(),
            Column::PrimaryContactFirstName => Some(primary()?.first_name.clone()),
            Column::PrimaryContactLastName => primary()?.last_name.clone(),
            Column::PrimaryContactEmail => primary()?.email.clone(),
            Column::Code => Some(number()?.parts().0.to_owned()),
            Column::PhoneNumber => Some(number()?.parts().1.to_owned()),
            Column::SiteName => Some(site()?.name.clone()),
            Column::Address => {
                let lines = [&site()?.address_line1, &site()?.address_line2];
                let lines: Vec<&str> = lines.into_iter().flatten().map(String::as_str).collect();
                Some(lines.join("\n"))
            }
            Column::City => site()?.city.clone(),
            Column::State => site()?.region.clone(),
            Column::PostalCode => site()?.postal_code.clone(),
            Column::Country => site()?.country.clone(),
            Column::Timezone => Some(site()?.time_zone.clone()),
            Column::EmailDomains => Some(self.domains.get(&client.id)?.join(",")),
            Column::AccountManager => self.managers.get(&client.id).cloned(),
            Column::TechGroups => Some(self.groups.get(&client.id)?.join(",")),
            Column::SecondaryContactName => {
                let contact = secondary()?;
                let last = contact.last_name.iter().map(String::as_str);
                let names: Vec<&str> = [contact.first_name.as_str()]
                    .into_iter()
                    .chain(last)
                    .collect();
                Some(names.join(" "))
            }
            Column::SecondaryContactEmail => secondary()?.email.clone(),
        }
    }
}

/// The addresses of those who answer for the clients.
async fn managers(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, String>, Refusal> {
    use client_staff::{Column, Entity};
    let rows = Entity::of(partner)
        .filter(Column::ClientId.is_in(ids.iter().copied()))
        .filter(Column::Part.eq(Part::AccountManager.as_str()));
    let rows = rows.all(db).await?;
    let people = rows.iter().map(|row| row.place_id).collect();
    let people = staff::briefs(db, partner, people).await?;
    let managers = rows.into_iter();
    let managers =
        managers.filter_map(|row| Some((row.client_id, people.get(&row.place_id)?.email.clone())));
    Ok(managers.collect())
}

/// The names of the groups that look after the clients, in their order.
async fn groups(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: &[Uuid],
) -> Result<HashMap<Uuid, Vec<String>>, Refusal> {
    use client_tech_group::{Column, Entity};
    let group = Entity::belongs_to(tech_group::Entity)
        .from((Column::PartnerId, Column::GroupId))
        .to((tech_group::Column::PartnerId, tech_group::Column::Id));
    let rows = Entity::of(partner)
        .filter(Column::ClientId.is_in(ids.iter().copied()))
        .join(JoinType::InnerJoin, group.into())
        .order_by_asc(tech_group::Column::NameKey)
        .select_only()
        .column(Column::ClientId)
        .column(tech_group::Column::Name);
    let rows: Vec<(Uuid, String)> = rows.into_tuple().all(db).await?;
    Ok(grouped(rows.into_iter()))
}

fn grouped<T>(rows: impl Iterator<Item = (Uuid, T)>) -> HashMap<Uuid, Vec<T>> {
    let mut grouped = HashMap::<Uuid, Vec<T>>::new();
    for (client, row) in rows {
        grouped.entry(client).or_default().push(row);
    }
    grouped
}
