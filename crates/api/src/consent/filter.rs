//! Which entries of a client's ledger are wanted.

use crate::extract::part;
use crate::refusal::Refusal;
use actix_web::HttpRequest;
use actix_web::web::Query;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::values::PhoneNumber;
use gangway_entities::consent::{Column, Entity};
use gangway_entities::finders::OfPartner as _;
use sea_orm::sea_query::{Expr, ExprTrait as _};
use sea_orm::{ColumnTrait as _, QueryFilter as _, Select};
use serde::Deserialize;

/// The filter of a request.
pub struct Filter {
    customer: Option<PhoneNumber>,
}

#[derive(Deserialize)]
struct Raw {
    customer_number: Option<String>,
}

impl Filter {
    /// Reads the filter of a request.
    pub fn of(request: &HttpRequest) -> Result<Self, Refusal> {
        let query = Query::<Raw>::from_query(request.query_string()).map_err(|_| not_a_number())?;
        let customer = query.into_inner().customer_number;
        let customer = customer
            .map(|number| PhoneNumber::parse(&number))
            .transpose();
        Ok(Self {
            customer: customer.map_err(|_| not_a_number())?,
        })
    }

    /// The client's entries that fit.
    pub fn rows(&self, partner: PartnerId, client: ClientId, q: Option<&str>) -> Select<Entity> {
        let mut rows = Entity::of(partner).filter(Column::ClientId.eq(client.0));
        if let Some(customer) = &self.customer {
            rows = rows.filter(Column::CustomerNumber.eq(customer.as_str()));
        }
        if let Some(q) = q {
            rows = rows.filter(Expr::col(Column::CustomerNumber).like(part(&digits(q))));
        }
        rows
    }
}

/// A number as people type it, without what stands between its digits.
fn digits(q: &str) -> String {
    q.chars()
        .filter(|c| !matches!(c, ' ' | '-' | '(' | ')' | '.'))
        .collect()
}

fn not_a_number() -> Refusal {
    Refusal::new(
        ProblemCode::BadParameter,
        "customer_number is a phone number with its country code, like +12025550143; in an address + is written %2B.",
    )
}
