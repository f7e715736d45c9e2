//! What other tables know of a client: people, domains, groups, values of own fields.

use crate::clients::parts::Part;
use crate::refusal::Refusal;
use crate::staff;
use gangway_domain::ids::{ClientId, CustomFieldId, PartnerId, TechGroupId};
use gangway_domain::wire::{CustomFieldKind, CustomValue, StaffBrief, TechGroupBrief};
use gangway_entities::finders::{OfClient as _, OfPartner as _};
use gangway_entities::{
    client, client_domain, client_staff, client_tech_group, custom_field, custom_value, place,
    tech_group,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, IntoCondition as _, UnionType};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, EntityTrait as _, JoinType, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _, RelationDef,
};
use uuid::Uuid;

/// Where groups stand among domains, whose places begin at zero.
const GROUP: i32 = -1;

/// The staff around a client, each with the part they have, if any.
pub(super) struct People(Vec<(StaffBrief, Option<String>)>);

impl People {
    /// Those with a part, by name.
    pub fn in_part(&self, part: Part) -> Vec<StaffBrief> {
        let with_part =
            |(_, has): &&(StaffBrief, Option<String>)| has.as_deref() == Some(part.as_str());
        let found = self.0.iter().filter(with_part);
        let mut found: Vec<StaffBrief> = found.map(|(person, _)| person.clone()).collect();
        found.sort_by(|one, other| (&one.name, one.id).cmp(&(&other.name, other.id)));
        found
    }

    /// The name of whoever has a place.
    pub fn name(&self, place: Option<Uuid>) -> Option<String> {
        let found = self
            .0
            .iter()
            .find(|(person, _)| Some(person.id.0) == place)?;
        Some(found.0.name.clone())
    }
}

/// Who has the client in hand, and who made it.
pub(super) async fn people(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ClientId,
) -> Result<People, Refusal> {
    let in_hand = client_staff::Entity::of_client(partner, id)
        .select_only()
        .column(client_staff::Column::PlaceId);
    let made_it = client::Entity::one_of(partner, id)
        .select_only()
        .column(client::Column::CreatedBy);
    let mut either = in_hand.into_query();
    either.union(UnionType::All, made_it.into_query());
    let rows = place::Entity::of(partner)
        .filter(place::Column::Id.in_subquery(either))
        .join(JoinType::LeftJoin, to_part(id))
        .select_also(client_staff::Entity);
    let rows = rows.all(db).await?.into_iter();
    let people =
        rows.filter_map(|(row, part)| Some((staff::brief(&row)?, part.map(|one| one.part))));
    Ok(People(people.collect()))
}

fn to_part(id: ClientId) -> RelationDef {
    use client_staff::Column;
    place::Entity::belongs_to(client_staff::Entity)
        .from((place::Column::PartnerId, place::Column::Id))
        .to((Column::PartnerId, Column::PlaceId))
        .on_condition(move |_, staff| {
            Expr::col((staff, Column::ClientId))
                .eq(id.0)
                .into_condition()
        })
        .into()
}

/// Its domains in their order, and its groups by name.
pub(super) async fn domains_and_groups(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ClientId,
) -> Result<(Vec<String>, Vec<TechGroupBrief>), Refusal> {
    let domains = client_domain::Entity::of_client(partner, id)
        .select_only()
        .column_as(client_domain::Column::ClientId, "id")
        .column_as(client_domain::Column::Domain, "name")
        .column_as(client_domain::Column::Position, "place");
    let of_client = client_tech_group::Entity::of_client(partner, id)
        .select_only()
        .column(client_tech_group::Column::GroupId);
    let groups = tech_group::Entity::of(partner)
        .select_only()
        .column_as(tech_group::Column::Id, "id")
        .column_as(tech_group::Column::Name, "name")
        .column_as(Expr::value(GROUP), "place")
        .filter(tech_group::Column::Id.in_subquery(of_client.into_query()));
    let mut both = domains.into_query();
    both.union(UnionType::All, groups.into_query());
    let mut rows = Vec::new();
    for row in db.query_all(&both).await? {
        let place: i32 = row.try_get("", "place")?;
        let (id, name): (Uuid, String) = (row.try_get("", "id")?, row.try_get("", "name")?);
        rows.push((place, name, id));
    }
    rows.sort_by_key(|(place, name, _)| (*place, name.to_lowercase()));
    let (groups, domains): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(place, ..)| *place == GROUP);
    let brief = |(_, name, id)| TechGroupBrief {
        id: TechGroupId(id),
        name,
    };
    Ok((
        domains.into_iter().map(|(_, name, _)| name).collect(),
        groups.into_iter().map(brief).collect(),
    ))
}

/// What it has in the partner's own fields, in their order.
pub(super) async fn values(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ClientId,
) -> Result<Vec<CustomValue>, Refusal> {
    let to_field: RelationDef = custom_value::Entity::belongs_to(custom_field::Entity)
        .from((
            custom_value::Column::PartnerId,
            custom_value::Column::FieldId,
        ))
        .to((custom_field::Column::PartnerId, custom_field::Column::Id))
        .into();
    let rows = custom_value::Entity::of_client(partner, id)
        .join(JoinType::InnerJoin, to_field)
        .select_also(custom_field::Entity)
        .order_by_asc(custom_field::Column::Position)
        .order_by_asc(custom_field::Column::Id);
    let rows = rows.all(db).await?.into_iter();
    let shown = rows.filter_map(|(value, field)| field.map(|field| shown(value, field)));
    Ok(shown.collect())
}

fn shown(value: custom_value::Model, field: custom_field::Model) -> CustomValue {
    CustomValue {
        field_id: CustomFieldId(field.id),
        kind: CustomFieldKind::parse(&field.kind).unwrap_or(CustomFieldKind::Text),
        is_archived: field.archived_at.is_some(),
        name: field.name,
        value: value.value,
    }
}
