//! `OPTIONS` of what pages ask for: whether they may.

use super::own_page::{own_page, refused};
use crate::context::Context;
use crate::refusal::Answer;
use actix_web::http::header::{
    ACCESS_CONTROL_ALLOW_HEADERS, ACCESS_CONTROL_ALLOW_METHODS, ACCESS_CONTROL_MAX_AGE,
};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, options};

/// Longest a browser keeps the answer to a preflight, in seconds.
const PREFLIGHT_S: &str = "600";

/// Answers a browser that asks whether a page may read the settings
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    responses((status = 204)), extensions(("x-public" = json!(true))))]
#[options("/public/v1/widgets/{application_key}")]
pub async fn preflight_widget(ctx: Data<Context>, request: HttpRequest) -> Answer {
    Ok(preflight(&ctx, &request, "GET", None).await)
}

/// Answers a browser that asks whether a page may begin a visit
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    responses((status = 204)), extensions(("x-public" = json!(true))))]
#[options("/public/v1/widgets/{application_key}/visits")]
pub async fn preflight_visit(ctx: Data<Context>, request: HttpRequest) -> Answer {
    Ok(preflight(&ctx, &request, "POST", Some("content-type")).await)
}

/// Answers a browser that asks whether a page may send a visitor's text
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    responses((status = 204)), extensions(("x-public" = json!(true))))]
#[options("/public/v1/widgets/{application_key}/texts")]
pub async fn preflight_visitor_text(ctx: Data<Context>, request: HttpRequest) -> Answer {
    let headers = "content-type, gangway-visit, idempotency-key";
    Ok(preflight(&ctx, &request, "POST", Some(headers)).await)
}

async fn preflight(
    ctx: &Context,
    request: &HttpRequest,
    method: &'static str,
    headers: Option<&'static str>,
) -> HttpResponse {
    let page = match own_page(ctx, request).await {
        Ok(page) => page,
        Err(refusal) => return refused(&refusal),
    };
    let mut answer = HttpResponse::NoContent();
    answer
        .insert_header((ACCESS_CONTROL_ALLOW_METHODS, method))
        .insert_header((ACCESS_CONTROL_MAX_AGE, PREFLIGHT_S));
    if let Some(headers) = headers {
        answer.insert_header((ACCESS_CONTROL_ALLOW_HEADERS, headers));
    }
    page.may_read(Ok(answer.finish()))
}
