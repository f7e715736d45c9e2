//! The table of a partner's own fields.

use crate::context::Context;
use crate::refusal::Refusal;
use chrono::{DateTime, Utc};
use gangway_domain::ids::{CustomFieldId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::{CompanyName, Line};
use gangway_domain::wire::CustomFieldKind;
use gangway_entities::custom_field::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::{OfPartner as _, next_version};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, DatabaseTransaction, EntityTrait as _, QueryFilter as _,
    QueryOrder as _,
};
use serde_json::json;

/// Fields that a partner may have, archived ones as well.
const MOST: usize = 200;

/// A field as it is to be.
pub(super) struct Plan {
    pub name: Line,
    pub choices: Vec<String>,
    pub is_mandatory: bool,
    pub archived_at: Option<DateTime<Utc>>,
}

impl Plan {
    fn key(&self) -> String {
        let name = self.name.as_str();
        CompanyName::parse(name).map_or_else(|_| name.to_lowercase(), |name| name.folded())
    }
}

/// A name and choices, each in its one form.
pub(super) fn parse(name: &str, choices: &[String]) -> Result<(Line, Vec<String>), Refusal> {
    let name = Line::parse(name).map_err(|wrong| Refusal::rejected("/name", &wrong))?;
    let choices = choices
        .iter()
        .map(|choice| Line::parse(choice).map(String::from));
    let choices = choices.collect::<Result<Vec<_>, _>>();
    let choices = choices.map_err(|wrong| Refusal::rejected("/choices", &wrong))?;
    Ok((name, choices))
}

/// The partner's fields, in their order.
pub async fn all(db: &impl ConnectionTrait, partner: PartnerId) -> Result<Vec<Model>, Refusal> {
    let rows = Entity::of(partner)
        .order_by_asc(Column::Position)
        .order_by_asc(Column::Id);
    Ok(rows.all(db).await?)
}

/// A field of the partner's.
pub(super) async fn require(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: CustomFieldId,
) -> Result<Model, Refusal> {
    let row = Entity::one_of(partner, id).one(db).await?;
    row.ok_or_else(Refusal::not_found)
}

/// Makes a field, after all others.
pub(super) async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    kind: CustomFieldKind,
    plan: &Plan,
) -> Result<Model, Refusal> {
    let others = all(tx, partner).await?;
    if others.len() >= MOST {
        let words = "You have 200 fields already, archived ones among them. Rename one of those.";
        return Err(Refusal::new(ProblemCode::Conflict, words));
    }
    let (id, now): (CustomFieldId, _) = (ctx.new_id(), ctx.now());
    let row = ActiveModel {
        id: Set(id.0),
        partner_id: Set(partner.0),
        name: Set(plan.name.as_str().to_owned()),
        name_key: Set(plan.key()),
        kind: Set(kind.as_str().to_owned()),
        choices: Set(json!(plan.choices)),
        position: Set(others.last().map_or(0, |last| last.position + 1)),
        mandatory: Set(plan.is_mandatory),
        archived_at: Set(plan.archived_at),
        created_at: Set(now),
        updated_at: Set(now),
        version: Set(1),
    };
    let made = Entity::insert(row).exec_with_returning(tx).await;
    made.map_err(|error| name_taken(error.into()))
}

/// Writes a field into a row read in this transaction. False when it was changed meanwhile.
pub(super) async fn update(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    plan: &Plan,
) -> Result<bool, Refusal> {
    let done = Entity::change(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .col_expr(Column::Name, Expr::value(plan.name.as_str()))
        .col_expr(Column::NameKey, Expr::value(plan.key()))
        .col_expr(Column::Choices, Expr::value(json!(plan.choices)))
        .col_expr(Column::Mandatory, Expr::value(plan.is_mandatory))
        .col_expr(Column::ArchivedAt, Expr::value(plan.archived_at))
        .col_expr(Column::UpdatedAt, Expr::value(ctx.now()))
        .col_expr(Column::Version, next_version(Column::Version))
        .exec(tx)
        .await
        .map_err(|error| name_taken(error.into()))?;
    Ok(done.rows_affected == 1)
}

/// Moves a field to a place in the order.
pub(super) async fn place(
    tx: &DatabaseTransaction,
    partner: PartnerId,
    id: CustomFieldId,
    position: usize,
) -> Result<(), Refusal> {
    let position = i32::try_from(position).unwrap_or(i32::MAX);
    Entity::change(partner, id)
        .col_expr(Column::Position, Expr::value(position))
        .exec(tx)
        .await?;
    Ok(())
}

fn name_taken(refusal: Refusal) -> Refusal {
    if refusal.is_unique_violation() {
        let words = "Another field has this name, perhaps an archived one. Choose a different one.";
        return Refusal::field("/name", "duplicate_existing", words);
    }
    refusal
}
