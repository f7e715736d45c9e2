//! `GET` and `OPTIONS /public/v1/widgets/{application_key}`

use super::origins;
use crate::context::Context;
use crate::refusal::{Answer, Refusal};
use crate::{clients, texting};
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_ALLOW_ORIGIN, ACCESS_CONTROL_MAX_AGE,
    CACHE_CONTROL, HeaderValue, ORIGIN, VARY,
};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, ResponseError as _, get, options};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::wire::Widget;
use gangway_entities::client;

/// Longest a browser keeps the answer to a preflight, in seconds.
const PREFLIGHT_S: &str = "600";

/// Reads the public settings of a client's application
///
/// Only for pages of the company's own web site: the request's `Origin` decides.
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    responses((status = 200, body = Widget)), extensions(("x-public" = json!(true))))]
#[get("/public/v1/widgets/{application_key}")]
pub async fn read_widget(ctx: Data<Context>, request: HttpRequest) -> Answer {
    let (client, origin) = match on_its_own_site(&ctx, &request).await {
        Ok(found) => found,
        Err(refusal) => return Ok(refused(&refusal)),
    };
    let (partner, id) = (PartnerId(client.partner_id), ClientId(client.id));
    let widget = Widget {
        company_name: client.name.unwrap_or_default(),
        sms_number: texting::number(ctx.db.reader(), partner, id).await?,
    };
    Ok(HttpResponse::Ok()
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, origin))
        .insert_header((VARY, "Origin"))
        .insert_header((CACHE_CONTROL, "public, max-age=60"))
        .json(widget))
}

/// Answers a browser that asks whether a page may read the settings
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    responses((status = 204)), extensions(("x-public" = json!(true))))]
#[options("/public/v1/widgets/{application_key}")]
pub async fn preflight_widget(ctx: Data<Context>, request: HttpRequest) -> Answer {
    let (_, origin) = match on_its_own_site(&ctx, &request).await {
        Ok(found) => found,
        Err(refusal) => return Ok(refused(&refusal)),
    };
    Ok(HttpResponse::NoContent()
        .insert_header((ACCESS_CONTROL_ALLOW_ORIGIN, origin))
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, "GET"))
        .insert_header((ACCESS_CONTROL_MAX_AGE, PREFLIGHT_S))
        .insert_header((VARY, "Origin"))
        .finish())
}

/// The client of a key, when the one `Origin` header names a page of its web site.
async fn on_its_own_site(
    ctx: &Context,
    request: &HttpRequest,
) -> Result<(client::Model, HeaderValue), Refusal> {
    let mut origins = request.headers().get_all(ORIGIN);
    let (Some(origin), None) = (origins.next(), origins.next()) else {
        return Err(Refusal::not_found());
    };
    let key = request
        .match_info()
        .get("application_key")
        .filter(|key| is_key(key));
    let key = key.ok_or_else(Refusal::not_found)?;
    clients::of_application(ctx.db.reader(), key)
        .await?
        .filter(|client| {
            let allowed = origins::of_client(ctx, client.website.as_deref());
            origin.to_str().is_ok_and(|origin| allowed.allows(origin))
        })
        .map(|client| (client, origin.clone()))
        .ok_or_else(Refusal::not_found)
}

/// What no key looks like is not looked up.
fn is_key(text: &str) -> bool {
    text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
}

/// Without leave to read it: a page of another site sees nothing, and no cache mixes the two up.
fn refused(refusal: &Refusal) -> HttpResponse {
    let mut answer = refusal.error_response();
    answer
        .headers_mut()
        .insert(VARY, HeaderValue::from_static("Origin"));
    answer
}
