//! The address in Company Info is that of the headquarters.

use super::Company;
use super::records::key;
use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId, SiteId};
use gangway_domain::values::{Line, Region};
use gangway_entities::finders::OfClient as _;
use gangway_entities::site::{ActiveModel, Column, Entity};
use sea_orm::ActiveValue::Set;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, DatabaseTransaction, EntityTrait as _, QueryFilter as _};

/// What it is called until somebody gives it a name.
const NAME: &str = "Headquarters";

/// Makes the headquarters of a client that has none.
pub(super) async fn make(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    company: &Company,
) -> Result<(), Refusal> {
    let row = ActiveModel {
        id: Set(ctx.new_id::<SiteId>().0),
        partner_id: Set(partner.0),
        client_id: Set(client.0),
        name: Set(NAME.to_owned()),
        name_key: Set(key(NAME)),
        is_headquarters: Set(true),
        position: Set(0),
        address_line1: Set(Some(company.address_line1.as_str().to_owned())),
        address_line2: Set(line(company.address_line2.as_ref())),
        city: Set(Some(company.city.as_str().to_owned())),
        region: Set(region(company).map(str::to_owned)),
        postal_code: Set(line(company.postal_code.as_ref())),
        country: Set(Some(company.country.as_str().to_owned())),
        time_zone: Set(company.time_zone.as_str().to_owned()),
    };
    Entity::insert(row).exec_without_returning(tx).await?;
    Ok(())
}

/// Writes the company's address into its headquarters, which are made where there are none.
pub(super) async fn follow(
    ctx: &Context,
    tx: &DatabaseTransaction,
    partner: PartnerId,
    client: ClientId,
    company: &Company,
) -> Result<(), Refusal> {
    let done = Entity::change_of_clients(partner, &[client])
        .filter(Column::IsHeadquarters.eq(true))
        .col_expr(
            Column::AddressLine1,
            Expr::value(company.address_line1.as_str()),
        )
        .col_expr(
            Column::AddressLine2,
            Expr::value(line(company.address_line2.as_ref())),
        )
        .col_expr(Column::City, Expr::value(company.city.as_str()))
        .col_expr(Column::Region, Expr::value(region(company)))
        .col_expr(
            Column::PostalCode,
            Expr::value(line(company.postal_code.as_ref())),
        )
        .col_expr(Column::Country, Expr::value(company.country.as_str()))
        .col_expr(Column::TimeZone, Expr::value(company.time_zone.as_str()))
        .exec(tx)
        .await?;
    if done.rows_affected == 0 {
        make(ctx, tx, partner, client, company).await?;
    }
    Ok(())
}

/// Company Info takes any words for a region; sites have a code, where one is meant.
fn region(company: &Company) -> Option<&'static str> {
    let words = company.region.as_ref()?;
    Region::meant(company.country, words.as_str()).map(|region| region.as_str())
}

fn line(line: Option<&Line>) -> Option<String> {
    line.map(|line| line.as_str().to_owned())
}
