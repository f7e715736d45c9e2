//! `POST /public/v1/widgets/{application_key}/texts`

use super::own_page::{OwnPage, forbidden, own_page};
use super::visit::{self, Visit};
use super::{flood, keep_text, settings};
use crate::answer::Kept;
use crate::context::Context;
use crate::extract::Valid;
use crate::idempotency::{IdempotencyKey, Request, once};
use crate::limits::{CallerAddress, VisitorText};
use crate::refusal::{Answer, Refusal};
use actix_web::http::StatusCode;
use actix_web::web::{Data, Payload};
use actix_web::{FromRequest as _, HttpRequest, HttpResponse, ResponseError as _, post};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{SendVisitorText, VisitorTextTaken};

const TAKEN: VisitorTextTaken = VisitorTextTaken { received: true };

/// Sends a visitor's text to the company
///
/// Keeps it in the company's inbox together with the visitor's agreement to be texted back, and has a
/// text sent that confirms it. Needs the `Gangway-Visit` of a visit that began three seconds ago or
/// earlier. Only for pages of the company's own web site, and only while Text Us is open.
///
/// Six at once from an address, then one in five minutes; forty at once to an application, then one a
/// minute; two hundred at once to all of a partner's; three an hour with the same phone number.
/// Beyond that they are refused with 429 and not kept, and the application's owner is told, once a day.
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser."),
        ("Gangway-Visit" = String, Header, description = "The visit.")),
    request_body = SendVisitorText, responses((status = 202, body = VisitorTextTaken)),
    extensions(("x-public" = json!(true)), ("x-idempotent" = json!(true))))]
#[post("/public/v1/widgets/{application_key}/texts")]
pub async fn send_visitor_text(
    ctx: Data<Context>,
    request: HttpRequest,
    payload: Payload,
) -> Answer {
    let page = match own_page(&ctx, &request).await {
        Ok(page) => page,
        Err(refusal) => return Ok(forbidden(refusal)),
    };
    let answer = send(&ctx, &page, &request, payload).await;
    if let Err(refusal) = &answer
        && refusal.status_code() == StatusCode::TOO_MANY_REQUESTS
    {
        flood::refused(&ctx, &page).await?;
    }
    Ok(page.may_read(answer))
}

async fn send(ctx: &Context, page: &OwnPage, request: &HttpRequest, payload: Payload) -> Answer {
    let visit = visit::require(ctx, page, request)?;
    let key = IdempotencyKey::extract(request).await?;
    let body = Valid::<SendVisitorText>::from_request(request, &mut payload.into_inner()).await?;
    if body
        .body
        .website
        .as_deref()
        .is_some_and(|text| !text.is_empty())
    {
        // No person filled that in. What did learns nothing.
        return Ok(HttpResponse::Accepted().json(TAKEN));
    }
    let text = keep_text::Text::read(page, body.body)?;
    require_open(ctx, page).await?;
    let caller = CallerAddress::of(request);
    let whose = (page.partner(), page.client_id());
    let limits = VisitorText::of(ctx, &caller, whose, &text.phone);
    limits.look(ctx).await?;
    let request = Request {
        principal: principal(&visit),
        operation: "send_visitor_text",
        key: &key,
        body_hash: &body.hash,
    };
    once(ctx, request, async |tx| {
        limits.take(ctx, tx).await?;
        keep_text::keep(ctx, tx, page, &text).await?;
        Kept::accepted(None, &TAKEN)
    })
    .await
}

/// Two visitors who choose the same key do not get each other's answer.
fn principal(visit: &Visit) -> String {
    format!("visit:{}", visit.id)
}

/// What is closed takes nothing, whatever an old page still shows.
async fn require_open(ctx: &Context, page: &OwnPage) -> Result<(), Refusal> {
    if settings::texting_is_open(ctx, page).await? {
        return Ok(());
    }
    let words = "The company cannot be texted right now. Try again in its opening hours.";
    Err(Refusal::new(ProblemCode::Conflict, words))
}
