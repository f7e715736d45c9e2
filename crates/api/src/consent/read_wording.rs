//! `GET /api/v1/clients/{id}/consent-wording`

use super::settings::settings;
use super::wording;
use crate::answer::tagged;
use crate::clients;
use crate::context::Context;
use crate::extract::{May, PathId, ReadMessages};
use crate::refusal::{Answer, Refusal};
use actix_web::get;
use actix_web::web::Data;
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::ConsentWording;
use gangway_entities::client;
use sea_orm::ConnectionTrait;

/// Reads the words that customers agree to before they are texted
#[utoipa::path(tag = "Consent", params(("id" = ClientId, Path, description = "The client.")),
    responses((status = 200, body = ConsentWording)),
    extensions(("x-scope" = json!("messages:read")), ("x-etag" = json!(true))))]
#[get("/api/v1/clients/{id}/consent-wording")]
pub async fn read_consent_wording(
    ctx: Data<Context>,
    may: May<ReadMessages>,
    id: PathId<ClientId>,
) -> Answer {
    let db = ctx.db.reader();
    let client = clients::require(db, &may.0, id.0).await?;
    let (version, shown) = show(db, &client).await?;
    tagged(version, &shown)
}

/// The words as they travel, and how many versions the company has written.
pub async fn show(
    db: &impl ConnectionTrait,
    client: &client::Model,
) -> Result<(i64, ConsentWording), Refusal> {
    let partner = PartnerId(client.partner_id);
    let default = wording::default(&settings(db, client).await?);
    let Some(row) = wording::newest(db, partner, ClientId(client.id)).await? else {
        let shown = ConsentWording {
            version: default.version,
            text: default.text.clone(),
            is_default: true,
            default_text: default.text,
            made_by: None,
            created_at: None,
        };
        return Ok((0, shown));
    };
    let makers = row.made_by.into_iter().collect();
    let names = super::show::names(db, partner, makers).await?;
    let made_by = row.made_by.and_then(|place| names.get(&place).cloned());
    let (version, created_at) = (row.version, Some(row.created_at));
    let written = wording::of_row(row);
    let shown = ConsentWording {
        version: written.version,
        is_default: false,
        text: written.text,
        default_text: default.text,
        made_by,
        created_at,
    };
    Ok((version, shown))
}
