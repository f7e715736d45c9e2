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

/// A step of the work that is this partner's for sure, before the rest is known to be.
pub async fn at<F: Future>(partner: Option<PartnerId>, step: F) -> F::Output {
    let before = PARTNER
        .try_with(|seen| seen.replace(partner))
        .ok()
        .flatten();
    let done = step.await;
    let _ = PARTNER.try_with(|seen| seen.set(before));
    done
}

/// Whose rows are to be seen now; everybody's where there is none.
pub(super) fn partner() -> Option<PartnerId> {
    PARTNER.try_with(Cell::get).ok().flatten()
}

/// Tells a connection whose work it does next. It also shows that the connection still works.
pub(super) async fn tell(connection: &mut PgConnection) -> Result<(), Error> {
    let whose = partner().map_or_else(|| "*".to_owned(), |partner| partner.to_string());
    query("select set_config('gangway.partner', $1, false)")
        .bind(whose)
        .execute(connection)
        .await
        .map(|_| ())
}
