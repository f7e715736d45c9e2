//! Whose rows PostgreSQL shows: the second net under the finders, see ADR 0015.
//!
//! Every connection says whose work it does each time it is taken from the pool: one partner's, or
//! everybody's before a partner is known. The policies of migration 9 go by that. SQLite has no such net.

use gangway_domain::ids::PartnerId;
use sea_orm::sqlx::{Error, PgConnection, query};
use std::cell::Cell;

tokio::task_local! {
    static PARTNER: Cell<Option<PartnerId>>;
}

/// Does a request's or a job's work. It sees a partner's rows; where none is given, everybody's until
/// [`only`] is called in it.
pub async fn watched<F: Future>(partner: Option<PartnerId>, work: F) -> F::Output {
    PARTNER.scope(Cell::new(partner), work).await
}

/// From here to the end of the request or job, only this partner's rows are seen.
pub fn only(partner: PartnerId) {
    // What is neither a request nor a job is a command of the operator's, who sees everything.
    let _ = PARTNER.try_with(|seen| seen.set(Some(partner)));
}

/// Tells a connection whose work it does next. It also shows that the connection still works.
pub(super) async fn tell(connection: &mut PgConnection) -> Result<(), Error> {
    let partner = PARTNER.try_with(Cell::get).ok().flatten();
    let whose = partner.map_or_else(|| "*".to_owned(), |partner| partner.to_string());
    query("select set_config('gangway.partner', $1, false)")
        .bind(whose)
        .execute(connection)
        .await
        .map(|_| ())
}
