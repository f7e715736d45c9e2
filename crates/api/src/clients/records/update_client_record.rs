//! `PATCH /api/v1/clients/{id}/record`

use super::changes::Changes;
use super::show;
use super::taken::taken_meanwhile;
use crate::answer::tagged;
use crate::clients::require;
use crate::context::Context;
use crate::db::again;
use crate::events::{Event, changes, record};
use crate::extract::{Caller, IfMatch, May, PathId, Valid, WriteRecords};
use crate::refusal::{Answer, Refusal};
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{ClientRecord, UpdateClientRecord};
use serde_json::{Value, json};

/// Changes what is kept on a client
///
/// What is absent stays; a part that is there replaces the whole part: all sites, all domains, all groups.
/// Sites that are to stay themselves carry their ids.
#[utoipa::path(tag = "Client records", params(("id" = ClientId, Path, description = "The client.")),
    request_body = UpdateClientRecord, responses((status = 200, body = ClientRecord)),
    extensions(("x-scope" = json!("records:write")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/clients/{id}/record")]
pub async fn update_client_record(
    ctx: Data<Context>,
    may: May<WriteRecords>,
    id: PathId<ClientId>,
    version: IfMatch,
    body: Valid<UpdateClientRecord>,
) -> Answer {
    let changes = Changes::parse(body.body)?;
    again(|| write(&ctx, &may.0, id.0, &version, &changes)).await
}

async fn write(
    ctx: &Context,
    caller: &Caller,
    id: ClientId,
    version: &IfMatch,
    wanted: &Changes,
) -> Answer {
    let tx = ctx.db.begin().await?;
    let row = require(&tx, caller, id).await?;
    version.fits(row.version)?;
    let (was, name) = (row.version, row.name.clone());
    let before = show(ctx, &tx, row.clone()).await?;
    let written = wanted.write(ctx, &tx, caller, &row).await;
    written.map_err(taken_meanwhile)?;
    let row = require(&tx, caller, id).await?;
    let (now, name) = (row.version, row.name.clone().or(name));
    let after = show(ctx, &tx, row).await?;
    let changed = changes(&facts(&before)?, &facts(&after)?);
    if changed == json!({}) {
        tx.rollback().await?;
        return tagged(was, &before);
    }
    let event = Event::by(caller, "client.record_changed", id).about(id);
    let event = event.with(json!({"name": name})).changing(changed);
    record(ctx, &tx, event).await?;
    tx.commit().await?;
    tagged(now, &after)
}

/// What a person changes.
fn facts(record: &ClientRecord) -> Result<Value, Refusal> {
    let mut facts = serde_json::to_value(record).map_err(Refusal::internal)?;
    if let Some(facts) = facts.as_object_mut() {
        facts.remove("updated_at");
    }
    Ok(facts)
}
