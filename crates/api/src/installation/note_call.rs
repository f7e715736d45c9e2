//! The application was called in a visitor's browser.

use super::store;
use crate::context::Context;
use crate::events::{Event, record};
use crate::refusal::Refusal;
use chrono::Duration;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::WidgetOrigin;
use gangway_entities::client;
use serde_json::json;

/// Calls within so long of a noted one are not noted.
const NOTED_EVERY: Duration = Duration::minutes(1);

/// Notes that a client's application was called from one of its own origins, at most once a minute
/// for each. Trouble is logged: the visitor gets the application all the same.
pub async fn note_call(ctx: &Context, client: &client::Model, origin: &str) {
    let Ok(origin) = WidgetOrigin::parse(origin) else {
        return;
    };
    if let Err(refusal) = note(ctx, client, origin.as_str()).await {
        tracing::warn!("a call of the application was not noted: {refusal}");
    }
}

async fn note(ctx: &Context, client: &client::Model, origin: &str) -> Result<(), Refusal> {
    let (partner, id) = (PartnerId(client.partner_id), ClientId(client.id));
    let before = ctx.now() - NOTED_EVERY;
    let noted = store::call(ctx.db.reader(), partner, id, origin).await?;
    match noted {
        Some(call) if call.last_at > before => Ok(()),
        Some(_) => {
            let tx = ctx.db.begin().await?;
            store::note_again(ctx, &tx, partner, id, origin, before).await?;
            Ok(tx.commit().await?)
        }
        None => note_first(ctx, partner, id, origin).await,
    }
}

async fn note_first(
    ctx: &Context,
    partner: PartnerId,
    client: ClientId,
    origin: &str,
) -> Result<(), Refusal> {
    let tx = ctx.db.begin().await?;
    if store::note_first(ctx, &tx, partner, client, origin).await? {
        let event = Event::of("installation.first_called", client)
            .at(partner)
            .about(client)
            .with(json!({ "origin": origin }));
        record(ctx, &tx, event).await?;
    }
    Ok(tx.commit().await?)
}
