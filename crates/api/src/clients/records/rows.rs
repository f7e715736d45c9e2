//! The rows of a record, for one client or for many: few statements, each of many rows.

use super::record::Record;
use super::references::Known;
use super::sites::SiteKept;
use crate::clients::application_key;
use crate::clients::parts::Part;
use crate::context::Context;
use crate::db::insert_all;
use crate::extract::Caller;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{ClientId, PartnerId, PlaceId, TechGroupId};
use gangway_domain::values::{EmailDomain, Line};
use gangway_domain::wire::BusinessHours;
use gangway_entities::{
    client, client_domain, client_hours, client_staff, client_tech_group, contact, custom_value,
    site,
};
use sea_orm::ActiveValue::Set;
use sea_orm::DatabaseTransaction;
use uuid::Uuid;

/// Rows to be inserted, table by table.
#[derive(Default)]
pub(super) struct Rows {
    pub clients: Vec<client::ActiveModel>,
    pub contacts: Vec<contact::ActiveModel>,
    pub sites: Vec<site::ActiveModel>,
    pub hours: Vec<client_hours::ActiveModel>,
    pub domains: Vec<client_domain::ActiveModel>,
    pub staff: Vec<client_staff::ActiveModel>,
    pub groups: Vec<client_tech_group::ActiveModel>,
    pub values: Vec<custom_value::ActiveModel>,
}

impl Rows {
    /// Adds everything of a new client.
    pub fn add(
        &mut self,
        ctx: &Context,
        caller: &Caller,
        id: ClientId,
        record: &Record,
        known: &Known,
    ) -> Result<(), Refusal> {
        let partner = caller.partner;
        self.clients.push(client_row(ctx, caller, id, record));
        self.contacts.push(record.primary.row(ctx, partner, id));
        let secondary = record.secondary.as_ref();
        let secondary = secondary.map(|contact| contact.row(ctx, partner, id));
        self.contacts.extend(secondary);
        let sites = record.sites.iter().enumerate();
        self.sites
            .extend(sites.map(|(position, site)| site.row(ctx, partner, id, position)));
        if let Some(hours) = &record.hours {
            self.hours.push(hours_row(partner, id, hours)?);
        }
        self.domains
            .extend(domain_rows(partner, id, &record.domains));
        let manager = record.account_manager;
        let manager =
            manager.map(|place| staff_row(partner, id, Part::AccountManager, place, ctx.now()));
        self.staff.extend(manager);
        self.groups
            .extend(group_rows(partner, id, &record.tech_groups));
        let values = known.to_store(&record.custom_values);
        self.values.extend(value_rows(partner, id, values));
        Ok(())
    }

    /// Writes them, what is named before what names it.
    pub async fn insert(self, tx: &DatabaseTransaction) -> Result<(), Refusal> {
        insert_all(tx, self.clients).await?;
        insert_all(tx, self.contacts).await?;
        insert_all(tx, self.sites).await?;
        insert_all(tx, self.hours).await?;
        insert_all(tx, self.domains).await?;
        insert_all(tx, self.staff).await?;
        insert_all(tx, self.groups).await?;
        Ok(insert_all(tx, self.values).await?)
    }
}

fn client_row(
    ctx: &Context,
    caller: &Caller,
    id: ClientId,
    record: &Record,
) -> client::ActiveModel {
    let now = ctx.now();
    let at = record.headquarters();
    let line = |line: Option<&Line>| Set(line.map(|line| line.as_str().to_owned()));
    client::ActiveModel {
        id: Set(id.0),
        partner_id: Set(caller.partner.0),
        name: Set(Some(record.name.as_str().to_owned())),
        name_key: Set(Some(record.name.folded())),
        contact_email: Set(None),
        created_by: Set(Some(caller.place_id.0)),
        address_line1: line(at.and_then(|site| site.address_line1.as_ref())),
        address_line2: line(at.and_then(|site| site.address_line2.as_ref())),
        city: line(at.and_then(|site| site.city.as_ref())),
        region: Set(at.and_then(SiteKept::region).map(str::to_owned)),
        postal_code: line(at.and_then(|site| site.postal_code.as_ref())),
        country: Set(at.and_then(SiteKept::country_code).map(str::to_owned)),
        time_zone: Set(at.map(|site| site.time_zone.as_str().to_owned())),
        reply_to: Set(None),
        website: Set(None),
        application_key: Set(application_key::new(ctx.chance.as_ref())),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
        email: Set(record.email.as_ref().map(|email| email.as_str().to_owned())),
        phone: Set(record.phone.as_ref().map(|phone| phone.as_str().to_owned())),
        is_test: Set(record.is_test),
        deleted_at: Set(None),
        removing_at: Set(None),
        sort_name: Set(record.name.folded()),
    }
}

pub(super) fn hours_row(
    partner: PartnerId,
    client: ClientId,
    hours: &BusinessHours,
) -> Result<client_hours::ActiveModel, Refusal> {
    Ok(client_hours::ActiveModel {
        client_id: Set(client.0),
        partner_id: Set(partner.0),
        week: Set(serde_json::to_value(&hours.week).map_err(Refusal::internal)?),
        holidays: Set(serde_json::to_value(&hours.holidays).map_err(Refusal::internal)?),
    })
}

pub(super) fn domain_rows(
    partner: PartnerId,
    client: ClientId,
    domains: &[EmailDomain],
) -> impl Iterator<Item = client_domain::ActiveModel> {
    let domains = domains.iter().enumerate();
    domains.map(move |(position, domain)| client_domain::ActiveModel {
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        domain: Set(domain.as_str().to_owned()),
        position: Set(i32::try_from(position).unwrap_or(i32::MAX)),
        deleted_at: Set(None),
    })
}

pub(in crate::clients) fn staff_row(
    partner: PartnerId,
    client: ClientId,
    part: Part,
    place: PlaceId,
    now: DateTime<Utc>,
) -> client_staff::ActiveModel {
    client_staff::ActiveModel {
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        part: Set(part.as_str().to_owned()),
        place_id: Set(place.0),
        created_at: Set(now),
    }
}

pub(super) fn group_rows(
    partner: PartnerId,
    client: ClientId,
    groups: &[TechGroupId],
) -> impl Iterator<Item = client_tech_group::ActiveModel> {
    groups
        .iter()
        .map(move |group| client_tech_group::ActiveModel {
            partner_id: Set(partner.0),
            client_id: Set(client.0),
            group_id: Set(group.0),
        })
}

pub(super) fn value_rows(
    partner: PartnerId,
    client: ClientId,
    values: Vec<(Uuid, String)>,
) -> impl Iterator<Item = custom_value::ActiveModel> {
    values
        .into_iter()
        .map(move |(field, value)| custom_value::ActiveModel {
            partner_id: Set(partner.0),
            client_id: Set(client.0),
            field_id: Set(field),
            value: Set(value),
        })
}
