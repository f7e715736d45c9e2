//! Whether each of many customers may be texted, asked at once.

use super::ledger::{Standing, stands};
use crate::refusal::Refusal;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::consent::{Column, Entity};
use gangway_entities::finders::OfPartner as _;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{
    ColumnTrait as _, ConnectionTrait, QueryFilter as _, QuerySelect as _, QueryTrait as _, Select,
};
use std::collections::HashMap;

/// What holds for customers of one number of a client's, by their numbers.
#[derive(Debug, Default)]
pub struct Standings(HashMap<String, Standing>);

impl Standings {
    /// Whether this one may be texted.
    pub fn of(&self, customer_number: &str) -> Standing {
        self.0
            .get(customer_number)
            .copied()
            .unwrap_or(Standing::None)
    }
}

/// Whether customers may be texted from a number, by the last entry of each pair, in one statement.
pub async fn standings(
    db: &impl ConnectionTrait,
    partner: PartnerId,
    client: ClientId,
    company_number: &str,
    customer_numbers: &[&str],
) -> Result<Standings, Refusal> {
    let entries = || -> Select<Entity> {
        Entity::of(partner)
            .filter(Column::ClientId.eq(client.0))
            .filter(Column::CompanyNumber.eq(company_number))
            .filter(Column::CustomerNumber.is_in(customer_numbers.iter().copied()))
    };
    let newest = entries()
        .select_only()
        .column(Column::CustomerNumber)
        .expr(Column::Sequence.max())
        .group_by(Column::CustomerNumber)
        .into_query();
    let place = Expr::tuple([
        Expr::col(Column::CustomerNumber),
        Expr::col(Column::Sequence),
    ]);
    let rows = entries().filter(place.in_subquery(newest)).all(db).await?;
    let known = rows.into_iter().map(|row| {
        let standing = stands(Some(&row));
        (row.customer_number, standing)
    });
    Ok(Standings(known.collect()))
}
