//! `GET /api/v1/clients/{id}/conversations/{conversation_id}`

use super::show::show_one;
use super::store;
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathIds, ReadMessages};
use crate::refusal::Answer;
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, ConversationId};
use gangway_domain::wire::Conversation;

/// Reads a conversation, without its texts
#[utoipa::path(tag = "Texting", params(("id" = ClientId, Path, description = "The client."),
        ("conversation_id" = ConversationId, Path, description = "The conversation.")),
    responses((status = 200, body = Conversation)),
    extensions(("x-scope" = json!("messages:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/conversations/{conversation_id}")]
pub async fn read_conversation(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    ids: PathIds<ClientId, ConversationId>,
) -> Answer {
    let (caller, PathIds(client, id)) = (may.0, ids);
    let db = ctx.db.reader();
    clients::require(db, &caller, client).await?;
    let row = store::require(db, caller.partner, client, id).await?;
    tagged(row.version, &show_one(&ctx, db, row).await?)
}
