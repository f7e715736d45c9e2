//! Whether anybody has done anything with a client since it was made.

use super::deletion::delete;
use super::visible::visible;
use crate::context::Context;
use crate::extract::Caller;
use crate::onboarding;
use crate::refusal::Refusal;
use gangway_domain::ids::ClientId;
use gangway_entities::client::{Column, Entity, Model};
use gangway_entities::finders::{OfClient, OfPartner as _};
use gangway_entities::{
    consent, file, installation_check, invite, place, quick_reply, schedule, texting_setting,
    widget_style,
};
use sea_orm::sea_query::{Expr, ExprTrait as _, LockType, SelectStatement};
use sea_orm::{
    ColumnTrait as _, Condition, ConnectionTrait, DatabaseTransaction, QueryFilter as _,
    QueryOrder as _, QuerySelect as _, QueryTrait as _,
};

/// The version of a client that was just made.
const FIRST_VERSION: i64 = 1;

/// Deletes those of these clients that nobody has changed since they were made; gives how many.
pub async fn delete_unchanged(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    ids: &[ClientId],
) -> Result<usize, Refusal> {
    if ids.is_empty() {
        return Ok(0);
    }
    let these = || visible(caller).filter(Column::Id.is_in(ids.iter().map(|id| id.0)));
    if ctx.db.is_postgres() {
        // Whoever adds something to a client waits from here on; what was added before is seen below.
        these().lock(LockType::Update).all(tx).await?;
    }
    let unchanged = these().filter(is_changed(caller).not()).all(tx).await?;
    let unchanged: Vec<ClientId> = unchanged.iter().map(|row| ClientId(row.id)).collect();
    if !unchanged.is_empty() {
        delete(ctx, tx, caller, &unchanged).await?;
    }
    Ok(unchanged.len())
}

/// Those of some clients that somebody has changed since they were made, by name, a hundred at most.
/// Deleted ones are none of them.
pub async fn changed_among(
    db: &impl ConnectionTrait,
    caller: &Caller,
    some: SelectStatement,
) -> Result<Vec<Model>, Refusal> {
    let rows = visible(caller)
        .filter(Column::Id.in_subquery(some))
        .filter(is_changed(caller))
        .order_by_asc(Column::SortName)
        .order_by_asc(Column::Id)
        .limit(100);
    Ok(rows.all(db).await?)
}

/// Its record was edited, somebody was invited to it or is in it, its set-up has begun, or it was given
/// something that its record does not hold.
fn is_changed(caller: &Caller) -> Condition {
    let begun = onboarding::clients_that_began(caller.partner);
    Condition::any()
        .add(Column::Version.ne(FIRST_VERSION))
        .add(Column::Id.in_subquery(begun))
        .add(has::<invite::Entity>(caller))
        .add(has_at::<place::Entity>(caller, place::Column::ScopeId))
        .add(Column::Id.in_subquery(with_a_file(caller)))
        .add(has::<widget_style::Entity>(caller))
        .add(has::<schedule::Entity>(caller))
        .add(has::<texting_setting::Entity>(caller))
        .add(has::<quick_reply::Entity>(caller))
        .add(has::<consent::Entity>(caller))
        .add(has::<installation_check::Entity>(caller))
}

fn with_a_file(caller: &Caller) -> SelectStatement {
    file::Entity::of(caller.partner)
        .select_only()
        .column(file::Column::ClientId)
        .into_query()
}

fn has<E: OfClient>(caller: &Caller) -> Expr {
    has_at::<E>(caller, E::client_column())
}

fn has_at<E: OfClient>(caller: &Caller, client: E::Column) -> Expr {
    let of_client = Expr::col((E::default(), client)).equals((Entity, Column::Id));
    let rows = E::of(caller.partner)
        .select_only()
        .column(E::id_column())
        .filter(of_client);
    Expr::exists(rows.into_query())
}
