//! A record as it travels, in a fixed number of statements.

use super::contacts::{shown_phone, shown_primary, shown_secondary};
use super::sites;
use crate::clients::parts::{ContactKind, Part};
use crate::clients::retention;
use crate::context::Context;
use crate::custom_fields;
use crate::refusal::Refusal;
use crate::staff::briefs;
use gangway_domain::ids::{ClientId, CustomFieldId, PartnerId, TechGroupId};
use gangway_domain::wire::{
    BusinessHours, ClientRecord, CustomFieldKind, CustomValue, StaffBrief, TechGroupBrief,
};
use gangway_entities::finders::{OfClient as _, OfPartner as _};
use gangway_entities::{
    client, client_domain, client_hours, client_staff, client_tech_group, contact, custom_field,
    custom_value, site, tech_group,
};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, QueryFilter as _, QueryOrder as _, QuerySelect as _,
    QueryTrait as _,
};
use std::collections::HashMap;
use uuid::Uuid;

/// The record of a client that the caller was found to see.
pub async fn show(
    ctx: &Context,
    db: &impl ConnectionTrait,
    row: client::Model,
) -> Result<ClientRecord, Refusal> {
    let (partner, id) = (PartnerId(row.partner_id), ClientId(row.id));
    let contacts = contact::Entity::of_client(partner, id).all(db).await?;
    let of_kind = |kind: ContactKind| contacts.iter().find(|row| row.kind == kind.as_str());
    let staff = client_staff::Entity::of_client(partner, id).all(db).await?;
    let people = staff.iter().map(|row| row.place_id).chain(row.created_by);
    let people = briefs(db, partner, people.collect()).await?;
    let in_part = |part: Part| -> Vec<StaffBrief> {
        let rows = staff.iter().filter(|row| row.part == part.as_str());
        let mut found: Vec<StaffBrief> = rows
            .filter_map(|row| people.get(&row.place_id).cloned())
            .collect();
        found.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        found
    };
    let created_by = row.created_by.and_then(|place| people.get(&place));
    Ok(ClientRecord {
        id,
        name: row.name,
        email: row.email,
        phone: shown_phone(row.phone.as_deref()),
        primary_contact: of_kind(ContactKind::Primary).map(shown_primary),
        secondary_contact: of_kind(ContactKind::Secondary).map(shown_secondary),
        sites: sites_of(db, partner, id).await?,
        hours: hours_of(db, partner, id).await?,
        email_domains: domains_of(db, partner, id).await?,
        account_manager: in_part(Part::AccountManager).pop(),
        engineers: in_part(Part::Engineer),
        tech_groups: groups_of(db, partner, id).await?,
        custom_values: values_of(db, partner, id).await?,
        is_test: row.is_test,
        created_by: created_by.map(|person| person.name.clone()),
        created_at: row.created_at,
        updated_at: row.updated_at,
        deleted_at: row.deleted_at,
        restorable_until: row.deleted_at.map(|at| retention::until(ctx, at)),
    })
}

async fn sites_of(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<gangway_domain::wire::Site>, Refusal> {
    let rows = site::Entity::of_client(partner, client).order_by_asc(site::Column::Position);
    Ok(rows.all(db).await?.into_iter().map(sites::shown).collect())
}

async fn hours_of(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Option<BusinessHours>, Refusal> {
    let row = client_hours::Entity::one_of(partner, client)
        .one(db)
        .await?;
    let hours = row.map(|row| {
        Ok::<_, Refusal>(BusinessHours {
            week: serde_json::from_value(row.week).map_err(Refusal::internal)?,
            holidays: serde_json::from_value(row.holidays).map_err(Refusal::internal)?,
        })
    });
    hours.transpose()
}

async fn domains_of(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<String>, Refusal> {
    let rows = client_domain::Entity::of_client(partner, client)
        .order_by_asc(client_domain::Column::Position);
    let rows = rows.all(db).await?;
    Ok(rows.into_iter().map(|row| row.domain).collect())
}

async fn groups_of(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<TechGroupBrief>, Refusal> {
    use tech_group::{Column, Entity};
    let ids = client_tech_group::Entity::of_client(partner, client)
        .select_only()
        .column(client_tech_group::Column::GroupId);
    let rows = Entity::of(partner)
        .filter(Column::Id.in_subquery(ids.into_query()))
        .order_by_asc(Column::NameKey);
    let brief = |row: tech_group::Model| TechGroupBrief {
        id: TechGroupId(row.id),
        name: row.name,
    };
    Ok(rows.all(db).await?.into_iter().map(brief).collect())
}

async fn values_of(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<CustomValue>, Refusal> {
    let values = custom_value::Entity::of_client(partner, client);
    let values: HashMap<Uuid, String> = values
        .all(db)
        .await?
        .into_iter()
        .map(|row| (row.field_id, row.value))
        .collect();
    if values.is_empty() {
        return Ok(Vec::new());
    }
    let fields = custom_fields::fields(db, partner).await?;
    let shown = |field: custom_field::Model| {
        Some(CustomValue {
            value: values.get(&field.id)?.clone(),
            field_id: CustomFieldId(field.id),
            kind: CustomFieldKind::parse(&field.kind).unwrap_or(CustomFieldKind::Text),
            is_archived: field.archived_at.is_some(),
            name: field.name,
        })
    };
    Ok(fields.into_iter().filter_map(shown).collect())
}
