//! The tables of groups and their members.

use crate::context::Context;
use crate::db::insert_all;
use crate::places;
use crate::refusal::Refusal;
use gangway_domain::ids::{PartnerId, PlaceId, TechGroupId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{CompanyName, Line};
use gangway_domain::wire::{SaveTechGroup, TechGroupBrief};
use gangway_entities::finders::{OfPartner as _, next_version};
use gangway_entities::tech_group::{ActiveModel, Column, Entity, Model};
use gangway_entities::{client_tech_group, place, tech_group_member};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, PaginatorTrait as _,
    QueryFilter as _, QueryOrder as _,
};
use std::collections::BTreeSet;

/// Groups that a partner may have.
const MOST: u64 = 200;

/// A group to be written, parsed.
pub(super) struct Plan {
    pub name: Line,
    pub members: BTreeSet<PlaceId>,
}

impl Plan {
    pub fn parse(sent: SaveTechGroup) -> Result<Self, Refusal> {
        let SaveTechGroup { name, members } = sent;
        let name = Line::parse(&name).map_err(|wrong| Refusal::rejected("/name", &wrong))?;
        let members = members.into_iter().collect();
        Ok(Self { name, members })
    }

    /// A list of clients has commas between the names of groups.
    pub fn refuse_comma(&self) -> Result<(), Refusal> {
        if self.name.as_str().contains(',') {
            let words = "Leave out the comma: in a list of clients it stands between two groups.";
            return Err(Refusal::field("/name", "invalid_text", words));
        }
        Ok(())
    }

    fn key(&self) -> String {
        let name = self.name.as_str();
        CompanyName::parse(name).map_or_else(|_| name.to_lowercase(), |name| name.folded())
    }
}

/// The partner's groups in a few words, by name.
pub async fn briefs(
    db: &impl ConnectionTrait,
    partner: PartnerId,
) -> Result<Vec<TechGroupBrief>, Refusal> {
    let rows = Entity::of(partner).order_by_asc(Column::NameKey);
    let brief = |row: Model| TechGroupBrief {
        id: TechGroupId(row.id),
        name: row.name,
    };
    Ok(rows.all(db).await?.into_iter().map(brief).collect())
}

/// A group of the partner's.
pub(super) async fn require(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: TechGroupId,
) -> Result<Model, Refusal> {
    let row = Entity::one_of(partner, id).one(db).await?;
    row.ok_or_else(Refusal::not_found)
}

/// Makes a group.
pub(super) async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    plan: &Plan,
) -> Result<Model, Refusal> {
    if Entity::of(partner).count(tx).await? >= MOST {
        let words = "You have 200 groups already. Delete one that is not used any more.";
        return Err(Refusal::new(ProblemCode::Conflict, words));
    }
    let (id, now): (TechGroupId, _) = (ctx.new_id(), ctx.now());
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(partner.0),
        name: Set(plan.name.as_str().to_owned()),
        name_key: Set(plan.key()),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    let made = Entity::insert(row).exec_with_returning(tx).await;
    let made = made.map_err(|error| name_taken(error.into()))?;
    set_members(tx, partner, id, plan).await?;
    Ok(made)
}

/// Writes a group into a row read in this transaction. False when it was changed meanwhile.
pub(super) async fn update(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    plan: &Plan,
) -> Result<bool, Refusal> {
    let (partner, id) = (PartnerId(row.partner_id), TechGroupId(row.id));
    let done = Entity::change(partner, id)
        .filter(Column::Version.eq(row.version))
        .col_expr(Column::Name, Expr::value(plan.name.as_str()))
        .col_expr(Column::NameKey, Expr::value(plan.key()))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await
        .map_err(|error| name_taken(error.into()))?;
    if done.rows_affected == 0 {
        return Ok(false);
    }
    tech_group_member::Entity::remove(partner, id)
        .exec(tx)
        .await?;
    set_members(tx, partner, id, plan).await?;
    Ok(true)
}

/// Deletes a group that no client has. False when it was changed meanwhile.
pub(super) async fn delete(tx: &DatabaseTransaction, row: &Model) -> Result<bool, Refusal> {
    let (partner, id) = (PartnerId(row.partner_id), TechGroupId(row.id));
    tech_group_member::Entity::remove(partner, id)
        .exec(tx)
        .await?;
    let done = Entity::remove(partner, id)
        .filter(Column::Version.eq(row.version))
        .exec(tx)
        .await?;
    Ok(done.rows_affected == 1)
}

/// How many clients a group looks after, deleted ones that can be restored among them.
pub(super) async fn clients(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: TechGroupId,
) -> Result<u64, Refusal> {
    use client_tech_group::{Column, Entity};
    let rows = Entity::of(partner).filter(Column::GroupId.eq(id.0));
    Ok(rows.count(db).await?)
}

async fn set_members(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    group: TechGroupId,
    plan: &Plan,
) -> Result<(), Refusal> {
    if plan.members.is_empty() {
        return Ok(());
    }
    let ids = plan.members.iter().map(|place| place.0);
    let known = places::at(partner, None).filter(place::Column::Id.is_in(ids));
    if known.count(tx).await? != u64::try_from(plan.members.len()).unwrap_or(u64::MAX) {
        let words = "Choose members of your staff only.";
        return Err(Refusal::field("/members", "unknown_user", words));
    }
    let rows = plan
        .members
        .iter()
        .map(|place| tech_group_member::ActiveModel {
            partner_id: Set(partner.0),
            group_id: Set(group.0),
            place_id: Set(place.0),
        });
    Ok(insert_all(tx, rows.collect()).await?)
}

fn name_taken(refusal: Refusal) -> Refusal {
    if refusal.is_unique_violation() {
        let words = "Another group has this name. Choose a different one.";
        return Refusal::field("/name", "duplicate_existing", words);
    }
    refusal
}
