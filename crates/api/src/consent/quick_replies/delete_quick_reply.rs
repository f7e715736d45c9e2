//! `DELETE /api/v1/clients/{id}/quick-replies/{quick_reply_id}`

use super::store;
use crate::answer::nothing;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{IfMatch, May, PathIds, WriteMessages};
use crate::refusal::Answer;
use actix_web::delete;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, QuickReplyId};
use serde_json::json;

/// Deletes a quick reply
#[utoipa::path(tag = "Quick replies", params(("id" = ClientId, Path, description = "The client."),
        ("quick_reply_id" = QuickReplyId, Path, description = "The quick reply.")),
    responses((status = 204)),
    extensions(("x-scope" = json!("messages:write")), ("x-if-match" = json!(true))))]
#[delete("/api/v1/clients/{id}/quick-replies/{quick_reply_id}")]
pub async fn delete_quick_reply(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    ids: PathIds<ClientId, QuickReplyId>,
    version: IfMatch,
) -> Answer {
    let (caller, client, id) = (may.0, ids.0, ids.1);
    let tx = ctx.db.begin().await?;
    clients::require(&tx, &caller, client).await?;
    let row = store::require(&tx, caller.partner, client, id).await?;
    version.fits(row.version)?;
    store::delete(&tx, &row).await?;
    let event = Event::by(&caller, "quick_reply.deleted", id).about(client);
    record(&ctx, &tx, event.with(json!({"name": row.name}))).await?;
    tx.commit().await?;
    nothing()
}
