//! `POST /api/v1/api-keys/{id}/revoke`

use super::store;
use crate::answer::ok;
use crate::context::Context;
use crate::events::{Event, record};
use crate::extract::{ManageApiKeys, May, PathId};
use crate::refusal::Answer;
use actix_web::post;
use actix_web::web::Data;
use gangway_domain::ids::ApiKeyId;
use gangway_domain::wire::ApiKey;
use serde_json::json;

/// Takes an API key back: it is refused from the next request on
#[utoipa::path(tag = "API keys", params(("id" = ApiKeyId, Path, description = "The key.")),
    responses((status = 200, body = ApiKey)), extensions(("x-scope" = json!("api_keys:write"))))]
#[post("/api/v1/api-keys/{id}/revoke")]
pub async fn revoke_api_key(
    ctx: Data<Context>,
    may: May<ManageApiKeys>,
    id: PathId<ApiKeyId>,
) -> Answer {
    let caller = may.0;
    let tx = ctx.db.begin().await?;
    let row = store::require(&tx, caller.partner, id.0).await?;
    if store::revoke(&ctx, &tx, caller.partner, id.0).await? {
        let event = Event::by(&caller, "api_key.revoked", id.0);
        record(&ctx, &tx, event.with(json!({ "name": row.name }))).await?;
    }
    let row = store::require(&tx, caller.partner, id.0).await?;
    let shown = store::show_one(&ctx, &tx, row).await?;
    tx.commit().await?;
    ok(&shown)
}
