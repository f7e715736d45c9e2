//! `POST /api/v1/clients/test`

use super::create_client_record::make;
use super::made_up::made_up;
use crate::answer::Kept;
use crate::context::Context;
use crate::custom_fields;
use crate::extract::{CreateClients, May};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::wire::ClientRecord;

/// Makes a test client
///
/// With made-up data, to try things out. It is marked as one in every list and is never exported.
#[utoipa::path(tag = "Client records", responses((status = 201, body = ClientRecord)),
    extensions(("x-scope" = json!("clients:create")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/clients/test")]
pub async fn create_test_client(
    ctx: Data<Context>,
    may: May<CreateClients>,
    key: IdempotencyKey,
) -> Answer {
    let caller = may.0;
    let request = Request {
        principal: caller.principal(),
        operation: "create_test_client",
        key: &key,
        body_hash: "",
    };
    once(&ctx, request, async |tx| {
        let fields = custom_fields::fields(tx, caller.partner).await?;
        let record = made_up(ctx.chance.as_ref(), fields)?;
        let kept: Kept = make(&ctx, tx, &caller, &record).await?;
        Ok(kept)
    })
    .await
}
