//! A record as it travels, in seven statements whatever is in it.

use super::contacts::{shown_phone, shown_primary, shown_secondary};
use super::{around, sites};
use crate::clients::parts::{ContactKind, Part};
use crate::clients::retention;
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::{BusinessHours, ClientRecord, Site};
use gangway_entities::finders::{OfClient as _, OfPartner as _};
use gangway_entities::{client, client_hours, contact, site};
use sea_orm::{
    ConnectionTrait, EntityTrait as _, JoinType, QueryOrder as _, QuerySelect as _, RelationDef,
    Select,
};

/// The record of a client that the caller was found to see.
pub async fn show(
    ctx: &Context,
    db: &impl ConnectionTrait,
    row: client::Model,
) -> Result<ClientRecord, Refusal> {
    let (partner, id) = (PartnerId(row.partner_id), ClientId(row.id));
    let found = show_found(ctx, db, client::Entity::one_of(partner, id)).await?;
    Ok(found.1)
}

/// The version and the record of the one client that is asked for.
pub async fn show_found(
    ctx: &Context,
    db: &impl ConnectionTrait,
    asked: Select<client::Entity>,
) -> Result<(i64, ClientRecord), Refusal> {
    let asked = asked
        .join(JoinType::LeftJoin, to_hours())
        .select_also(client_hours::Entity);
    let (row, hours) = asked.one(db).await?.ok_or_else(Refusal::not_found)?;
    let (partner, id) = (PartnerId(row.partner_id), ClientId(row.id));
    let contacts = contact::Entity::of_client(partner, id).all(db).await?;
    let of_kind = |kind: ContactKind| contacts.iter().find(|row| row.kind == kind.as_str());
    let people = around::people(db, partner, id).await?;
    let (email_domains, tech_groups) = around::domains_and_groups(db, partner, id).await?;
    let record = ClientRecord {
        id,
        name: row.name,
        email: row.email,
        phone: shown_phone(row.phone.as_deref()),
        primary_contact: of_kind(ContactKind::Primary).map(shown_primary),
        secondary_contact: of_kind(ContactKind::Secondary).map(shown_secondary),
        sites: sites_of(db, partner, id).await?,
        hours: hours.map(shown_hours).transpose()?,
        email_domains,
        account_manager: people.in_part(Part::AccountManager).pop(),
        engineers: people.in_part(Part::Engineer),
        tech_groups,
        custom_values: around::values(db, partner, id).await?,
        is_test: row.is_test,
        created_by: people.name(row.created_by),
        created_at: row.created_at,
        updated_at: row.updated_at,
        deleted_at: row.deleted_at,
        restorable_until: row.deleted_at.map(|at| retention::until(ctx, at)),
    };
    Ok((row.version, record))
}

fn to_hours() -> RelationDef {
    client::Entity::belongs_to(client_hours::Entity)
        .from((client::Column::PartnerId, client::Column::Id))
        .to((
            client_hours::Column::PartnerId,
            client_hours::Column::ClientId,
        ))
        .into()
}

fn shown_hours(row: client_hours::Model) -> Result<BusinessHours, Refusal> {
    Ok(BusinessHours {
        week: serde_json::from_value(row.week).map_err(Refusal::internal)?,
        holidays: serde_json::from_value(row.holidays).map_err(Refusal::internal)?,
    })
}

async fn sites_of(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
) -> Result<Vec<Site>, Refusal> {
    let rows = site::Entity::of_client(partner, client).order_by_asc(site::Column::Position);
    Ok(rows.all(db).await?.into_iter().map(sites::shown).collect())
}
