//! What counts: nobody and nothing acts for a partner that is suspended, and nobody at a client that is
//! deleted.

use crate::{client, partner, place};
use sea_orm::sea_query::{Expr, ExprTrait as _, Query, SimpleExpr};
use sea_orm::{ColumnTrait, Condition};

/// Rows whose partner, named by this column, is not suspended.
pub fn of_no_suspended_partner(partner_column: impl ColumnTrait) -> SimpleExpr {
    let of = |column: partner::Column| Expr::col((partner::Entity, column));
    let suspended = Query::select()
        .column((partner::Entity, partner::Column::Id))
        .from(partner::Entity)
        .and_where(of(partner::Column::Id).equals(partner_column.as_column_ref()))
        .and_where(of(partner::Column::SuspendedAt).is_not_null())
        .to_owned();
    Expr::exists(suspended).not()
}

/// Places whose people may act there.
pub fn places_in_force() -> Condition {
    Condition::all()
        .add(of_no_suspended_partner(place::Column::PartnerId))
        .add(at_no_deleted_client())
}

fn at_no_deleted_client() -> Condition {
    let of = |column: client::Column| Expr::col((client::Entity, column));
    let deleted = Query::select()
        .column((client::Entity, client::Column::Id))
        .from(client::Entity)
        .and_where(of(client::Column::PartnerId).equals((place::Entity, place::Column::PartnerId)))
        .and_where(of(client::Column::Id).equals((place::Entity, place::Column::ClientId)))
        .and_where(of(client::Column::DeletedAt).is_not_null())
        .to_owned();
    Condition::any()
        .add(place::Column::ClientId.is_null())
        .add(Expr::exists(deleted).not())
}
