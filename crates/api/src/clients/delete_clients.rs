//! `POST /api/v1/clients/deletions`

use super::{deletion, retention};
use crate::answer::Kept;
use crate::context::Context;
use crate::extract::{DeleteClients, May, Valid};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{ClientsDeleted, DeleteClients as Wanted};
use std::collections::BTreeSet;

/// Deletes several clients
///
/// All of them, or none where one is not there.
#[utoipa::path(tag = "Clients", request_body = Wanted,
    responses((status = 200, body = ClientsDeleted)),
    extensions(("x-scope" = json!("client_deletions:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/deletions")]
pub async fn delete_clients(
    ctx: Data<Context>,
    may: May<DeleteClients>,
    key: IdempotencyKey,
    body: Valid<Wanted>,
) -> Answer {
    let caller = may.0;
    let ids: BTreeSet<ClientId> = body.body.ids.iter().copied().collect();
    let ids: Vec<ClientId> = ids.into_iter().collect();
    let request = Request {
        principal: caller.principal(),
        operation: "delete_clients",
        key: &key,
        body_hash: &body.hash,
    };
    once(&ctx, request, async |tx| {
        let rows = deletion::delete(&ctx, tx, &caller, &ids).await?;
        Kept::ok(&ClientsDeleted {
            deleted: u64::try_from(rows.len()).unwrap_or_default(),
            restorable_until: retention::until(&ctx, ctx.now()),
        })
    })
    .await
}
