//! `GET /public/v1/widgets/{application_key}`

use super::own_page::{OwnPage, own_page, refused};
use super::settings;
use crate::context::Context;
use crate::installation;
use crate::keys::token_hash;
use crate::refusal::{Answer, Refusal};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use gangway_domain::wire::Widget;

/// Reads the public settings of a client's application
///
/// Only for pages of the company's own web site: the request's `Origin` decides. Kept for a minute;
/// then asked for by its `ETag`.
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    responses((status = 200, body = Widget), (status = 304)), extensions(("x-public" = json!(true))))]
#[get("/public/v1/widgets/{application_key}")]
pub async fn read_widget(ctx: Data<Context>, request: HttpRequest) -> Answer {
    let page = match own_page(&ctx, &request).await {
        Ok(page) => page,
        Err(refusal) => return Ok(refused(&refusal)),
    };
    installation::note_call(&ctx, &page.client, page.address()).await;
    let answer = read(&ctx, &page, &request).await;
    Ok(page.may_read(answer))
}

async fn read(ctx: &Context, page: &OwnPage, request: &HttpRequest) -> Answer {
    let widget: Widget = settings::of(ctx, page).await?;
    let body = serde_json::to_string(&widget).map_err(Refusal::internal)?;
    // Weak: on the way the body may be compressed.
    let tag: String = token_hash(&body).chars().take(32).collect();
    let tag = format!("W/\"{tag}\"");
    let known = has(request, &tag);
    let mut answer = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((ETAG, tag))
        .insert_header((CACHE_CONTROL, "public, max-age=60"));
    if known {
        return Ok(answer.finish());
    }
    Ok(answer
        .insert_header((CONTENT_TYPE, "application/json"))
        .body(body))
}

fn has(request: &HttpRequest, tag: &str) -> bool {
    let given = request.headers().get_all(IF_NONE_MATCH);
    given
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|given| given.trim() == tag)
}
