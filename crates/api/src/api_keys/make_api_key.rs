//! `POST /api/v1/api-keys`

use super::{format, store};
use crate::answer::{Kept, completed};
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{ManageApiKeys, May, Recent, Valid};
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::refusal::{Answer, Refusal};
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ApiKeyId;
use gangway_domain::roles::Permission;
use gangway_domain::values::Line;
use gangway_domain::wire::{ApiKey, MakeApiKey};
use serde_json::json;

/// Makes an API key and shows it, this once
///
/// The key acts for the partner with exactly these scopes, as long as the person who made it may make
/// keys. Only its hash is kept: a repeat of the request with the same `Idempotency-Key` makes nothing
/// and does not show it again. To replace a key, make the new one first; both work until the old one
/// is revoked. Needs a proof of who one is that is not older than ten minutes.
#[utoipa::path(tag = "API keys", request_body = MakeApiKey, responses((status = 201, body = ApiKey)),
    extensions(("x-scope" = json!("api_keys:write")), ("x-idempotent" = json!(true))))]
#[post("/api/v1/api-keys")]
pub async fn make_api_key(
    ctx: Data<Context>,
    may: Recent<May<ManageApiKeys>>,
    key: IdempotencyKey,
    body: Valid<MakeApiKey>,
) -> Answer {
    let caller = may.0.0;
    let MakeApiKey {
        name,
        scopes,
        expires_in_days,
    } = body.body;
    let name = Line::parse(&name).map_err(|r| Refusal::rejected("/name", &r))?;
    let held = |permission: &&Permission| scopes.iter().any(|scope| scope == permission.scope());
    let scopes: Vec<Permission> = Permission::ALL.iter().filter(held).copied().collect();
    let id: ApiKeyId = ctx.new_id();
    let secret = format::write(id, ctx.chance.as_ref());
    let request = Request {
        principal: caller.principal(),
        operation: "make_api_key",
        key: &key,
        body_hash: &body.hash,
    };
    let answer = once(&ctx, request, async |tx| {
        let new = store::NewApiKey {
            id,
            key: &secret,
            name: name.as_str(),
            scopes: &scopes,
            days: expires_in_days,
            partner: caller.partner,
            by: caller.place_id,
        };
        let row = store::create(&ctx, tx, new).await?;
        let facts = json!({"name": row.name, "scopes": row.scopes});
        let event = Event::by(&caller, "api_key.created", id);
        record(&ctx, tx, event.with(facts)).await?;
        // Kept without the key: the database alone opens nothing.
        Kept::created(
            format!("/api/v1/api-keys/{id}"),
            &store::show_one(&ctx, tx, row).await?,
        )
    })
    .await?;
    completed(answer, |kept: ApiKey| {
        // A repeat is answered with the key of the first time, which nobody knows any more.
        let key = (kept.id == id).then_some(secret);
        Ok(ApiKey { key, ..kept })
    })
    .await
}
