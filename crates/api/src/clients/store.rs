//! The table of clients.

use super::Company;
use super::application_key;
use super::headquarters;
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, PlaceId};
use gangway_domain::values::Line;
use gangway_entities::client::{ActiveModel, Column, Entity, Model};
use gangway_entities::finders::{OfPartner as _, next_version};
use sea_orm::ActiveValue::{NotSet, Set};
use sea_orm::{
    ActiveModelTrait as _, ColumnTrait, ConnectionTrait, DatabaseTransaction, DbErr, EntityTrait,
    Iterable as _, QueryFilter, SqlErr,
};
use uuid::Uuid;

/// Whether writing changed anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Written {
    /// The row has a new version.
    Changed,
    /// It said the same already.
    Same,
}

/// A client of a partner, whoever asks.
pub async fn load(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    id: ClientId,
) -> Result<Option<Model>, Refusal> {
    Ok(Entity::one_of(partner, id).one(db).await?)
}

/// Clients of a partner by their ids.
pub(super) async fn of_ids(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    ids: Vec<Uuid>,
) -> Result<Vec<Model>, Refusal> {
    Ok(Entity::of(partner)
        .filter(Column::Id.is_in(ids))
        .all(db)
        .await?)
}

/// Makes a client, with its company where that is known; `at` points at the company in the request.
pub(super) async fn insert(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    contact_email: &str,
    created_by: Option<PlaceId>,
    company: Option<(&Company, &str)>,
) -> Result<ClientId, Refusal> {
    let now = ctx.now();
    let id: ClientId = ctx.new_id();
    let mut row = match company {
        Some((company, _)) => filled_with(company),
        None => <ActiveModel as Default>::default(),
    };
    row.id = Set(id.0);
    row.partner_id = Set(partner.0);
    row.contact_email = Set(Some(contact_email.to_owned()));
    row.created_by = Set(created_by.map(Into::into));
    row.application_key = Set(application_key::new(ctx.chance.as_ref()));
    row.created_at = Set(now);
    row.updated_at = Set(now);
    row.version = Set(1);
    row.is_test = Set(false);
    if company.is_none() {
        row.sort_name = Set(contact_email.to_owned());
    }
    let at = company.map_or("", |(_, at)| at);
    Entity::insert(row)
        .exec_without_returning(tx)
        .await
        .map_err(|error| name_taken(error, at))?;
    if let Some((company, _)) = company {
        headquarters::make(ctx, tx, partner, id, company).await?;
    }
    Ok(id)
}

/// Writes the company into a row read in this transaction, unless it says the same already or was
/// changed meanwhile.
pub async fn write_company(
    ctx: &Context,
    tx: &DatabaseTransaction,
    row: &Model,
    company: &Company,
) -> Result<Written, Refusal> {
    if company.is_that_of(row) {
        return Ok(Written::Same);
    }
    let mut changes = filled_with(company);
    changes.updated_at = Set(ctx.now());
    let mut change = Entity::change(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .col_expr(Column::Version, next_version(Column::Version));
    for column in Column::iter() {
        if let Some(value) = changes.get(column).into_value() {
            change = change.col_expr(column, value.into());
        }
    }
    let done = change
        .exec(tx)
        .await
        .map_err(|error| name_taken(error, ""))?;
    if done.rows_affected == 0 {
        return Err(Refusal::stale());
    }
    headquarters::follow(
        ctx,
        tx,
        PartnerId(row.partner_id),
        ClientId(row.id),
        company,
    )
    .await?;
    Ok(Written::Changed)
}

fn filled_with(company: &Company) -> ActiveModel {
    let Company {
        name,
        address_line1,
        address_line2,
        city,
        region,
        postal_code,
        country,
        time_zone,
        reply_to,
        website,
    } = company;
    let text = |text: &str| Set(Some(text.to_owned()));
    let line = |line: &Option<Line>| Set(line.as_ref().map(|line| line.as_str().to_owned()));
    ActiveModel {
        name: text(name.as_str()),
        name_key: Set(Some(name.folded())),
        address_line1: text(address_line1.as_str()),
        address_line2: line(address_line2),
        city: text(city.as_str()),
        region: line(region),
        postal_code: line(postal_code),
        country: text(country.as_str()),
        time_zone: text(time_zone.as_str()),
        reply_to: text(reply_to.as_str()),
        website: text(website.as_str()),
        id: NotSet,
        partner_id: NotSet,
        contact_email: NotSet,
        created_by: NotSet,
        application_key: NotSet,
        created_at: NotSet,
        updated_at: NotSet,
        version: NotSet,
        email: NotSet,
        phone: NotSet,
        is_test: NotSet,
        deleted_at: NotSet,
        removing_at: NotSet,
        sort_name: Set(name.folded()),
    }
}

/// Of a client's unique columns only the name is a person's to choose.
fn name_taken(error: DbErr, at: &str) -> Refusal {
    match error.sql_err() {
        Some(SqlErr::UniqueConstraintViolation(_)) => Refusal::field(
            &format!("{at}/name"),
            "duplicate_existing",
            "Another company of this partner has this name. Add a place or legal form.",
        ),
        _ => error.into(),
    }
}
