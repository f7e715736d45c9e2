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
    let row = load(ctx.db.reader(), partner, client).await?;
    let Some((row, deleted_at)) = row.and_then(|row| Some((row.clone(), row.deleted_at?))) else {
        return Ok(Ran::Done);
    };
    let left = retention::until(ctx, deleted_at) - ctx.now();
    if left > chrono::Duration::zero() {
        return Ok(Ran::Again {
            why: "the client can still be restored".to_owned(),
            after: Some(left),
        });
    }
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
