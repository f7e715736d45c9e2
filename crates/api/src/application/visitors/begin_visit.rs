//! `POST /public/v1/widgets/{application_key}/visits`

use super::own_page::{OwnPage, forbidden, own_page};
use super::visit;
use crate::context::Context;
use crate::extract::Valid;
use crate::limits::{self, CallerAddress};
use crate::refusal::Answer;
use actix_web::web::{Data, Payload};
use actix_web::{FromRequest as _, HttpRequest, HttpResponse, post};
use gangway_domain::wire::{BeginVisit, Visit};

/// Begins a visit: a visitor opened the panel
///
/// The answer is what a text goes with, in the header `Gangway-Visit`. It works for this application
/// alone and for twelve hours; nothing is stored. Only for pages of the company's own web site.
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    request_body = BeginVisit, responses((status = 201, body = Visit)),
    extensions(("x-public" = json!(true))))]
#[post("/public/v1/widgets/{application_key}/visits")]
pub async fn begin_visit(ctx: Data<Context>, request: HttpRequest, payload: Payload) -> Answer {
    let page = match own_page(&ctx, &request).await {
        Ok(page) => page,
        Err(refusal) => return Ok(forbidden(refusal)),
    };
    let answer = begin(&ctx, &page, &request, payload).await;
    Ok(page.may_read(answer))
}

async fn begin(ctx: &Context, page: &OwnPage, request: &HttpRequest, payload: Payload) -> Answer {
    let Valid { body, .. } =
        Valid::<BeginVisit>::from_request(request, &mut payload.into_inner()).await?;
    let BeginVisit {} = body;
    limits::visit(ctx, &CallerAddress::of(request)).await?;
    let (visit, expires_at) = visit::begin(ctx, page);
    Ok(HttpResponse::Created().json(Visit { visit, expires_at }))
}
