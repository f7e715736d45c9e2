//! `PATCH /api/v1/clients/{id}/texting-settings`

use super::read_settings::show;
use super::settings::{Change, Settings, settings, write};
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::events::{Event, changes, record};
use crate::extract::{Caller, IfMatch, May, PathId, Valid, WriteMessages};
use crate::refusal::{Answer, Refusal};
use actix_web::patch;
use actix_web::web::Data;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{TextingSettings, UpdateTextingSettings};
use gangway_entities::client;
use sea_orm::DatabaseTransaction;
use serde_json::{Value, json};

/// Changes what a client sets about texting
///
/// Fields that are absent stay as they are; null or an empty one goes back to the default.
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client.")),
    request_body = UpdateTextingSettings, responses((status = 200, body = TextingSettings)),
    extensions(("x-scope" = json!("messages:write")), ("x-if-match" = json!(true))))]
#[patch("/api/v1/clients/{id}/texting-settings")]
pub async fn update_texting_settings(
    ctx: Data<Context>,
    may: May<WriteMessages>,
    id: PathId<ClientId>,
    version: IfMatch,
    body: Valid<UpdateTextingSettings>,
) -> Answer {
    let (caller, id) = (may.0, id.0);
    let tx = ctx.db.begin().await?;
    let client = clients::require(&tx, &caller, id).await?;
    let before = settings(&tx, &client).await?;
    version.fits(before.version)?;
    let after = change_settings(&ctx, &tx, &caller, &client, body.body).await?;
    tx.commit().await?;
    tagged(after.version, &show(&after))
}

/// Changes what a client sets about texting, and gives what holds then.
pub async fn change_settings(
    ctx: &Context,
    tx: &DatabaseTransaction,
    caller: &Caller,
    client: &client::Model,
    body: UpdateTextingSettings,
) -> Result<Settings, Refusal> {
    let id = ClientId(client.id);
    let before = settings(tx, client).await?;
    let change = Change::of(&before, body)?;
    write(ctx, tx, client, &before, change).await?;
    let after = settings(tx, client).await?;
    let changed = changes(&fields(show(&before)), &fields(show(&after)));
    let event = Event::by(caller, "texting_settings.changed", id).about(id);
    record(ctx, tx, event.changing(changed)).await?;
    Ok(after)
}

/// What was set, for what changed.
fn fields(shown: TextingSettings) -> Value {
    let TextingSettings {
        quiet_from,
        quiet_until,
        help_text,
        help_text_used: _,
        privacy_url,
        terms_url,
        brand_name,
        brand_name_used: _,
        updated_at: _,
    } = shown;
    json!({"quiet_from": quiet_from, "quiet_until": quiet_until, "help_text": help_text,
        "privacy_url": privacy_url, "terms_url": terms_url, "brand_name": brand_name})
}
