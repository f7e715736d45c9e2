//! The job that removes one client.

use super::tables;
use crate::clients::retention;
use crate::clients::store::load;
use crate::context::Context;
use crate::events::{Event, record};
use crate::jobs::Ran;
use crate::refusal::Refusal;
use crate::texting;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_entities::client::{Column, Entity, Model};
use gangway_entities::finders::OfPartner as _;
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, QueryFilter as _};
use serde_json::json;

/// Removes a client and everything of it, unless it was restored or can still be. Its number goes back to
/// the provider first; a run that is cut short is gone on with by the next.
pub async fn remove(ctx: &Context, partner: PartnerId, client: ClientId) -> Ran {
    match run(ctx, partner, client).await {
        Ok(ran) => ran,
        Err(refusal) => Ran::Again {
            why: format!("{refusal:?}"),
            after: None,
        },
    }
}

async fn run(ctx: &Context, partner: PartnerId, client: ClientId) -> Result<Ran, Refusal> {
    let Some(row) = load(ctx.db.reader(), partner, client).await? else {
        return Ok(Ran::Done);
    };
    if row.removing_at.is_none()
        && let Some(not_now) = begin(ctx, &row).await?
    {
        return Ok(not_now);
    }
    fail::fail_point!("client_removal_begun");
    if let Some(not_yet) = texting::give_back(ctx, partner, client).await? {
        return Ok(not_yet);
    }
    tables::clear(ctx, partner, client).await?;
    let tx = ctx.db.begin().await?;
    if tables::remove_client(&tx, partner, client).await? {
        let event = Event::of("client.removed", client)
            .at(partner)
            .about(client);
        record(ctx, &tx, event.with(json!({"name": row.name}))).await?;
    }
    tx.commit().await?;
    Ok(Ran::Done)
}

/// Begins the removal of a client that can no longer be restored: from then on nobody restores it, whatever
/// becomes of this run. What to do instead where it is not deleted, or not long enough ago.
async fn begin(ctx: &Context, row: &Model) -> Result<Option<Ran>, Refusal> {
    let Some(deleted_at) = row.deleted_at else {
        return Ok(Some(Ran::Done));
    };
    let left = retention::until(ctx, deleted_at) - ctx.now();
    if left > chrono::Duration::zero() {
        return Ok(Some(Ran::Again {
            why: "the client can still be restored".to_owned(),
            after: Some(left),
        }));
    }
    fail::fail_point!("client_to_be_removed");
    let tx = ctx.db.begin().await?;
    let begun = Entity::change(PartnerId(row.partner_id), row.id)
        .filter(Column::Version.eq(row.version))
        .filter(Column::DeletedAt.is_not_null())
        .col_expr(Column::RemovingAt, Expr::value(ctx.now()))
        .exec(&tx)
        .await?;
    tx.commit().await?;
    // Somebody restored it meanwhile.
    Ok((begun.rows_affected == 0).then_some(Ran::Done))
}
