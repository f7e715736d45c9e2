//! `GET /public/v1/widgets/{application_key}`

use super::own_page::{asked, for_page, refused};
use super::recent::{self, PublicWidget};
use crate::context::Context;
use crate::refusal::{Answer, Refusal};
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE, ETAG, IF_NONE_MATCH};
use actix_web::web::Data;
use actix_web::{HttpRequest, HttpResponse, get};
use gangway_domain::wire::Widget;

/// Reads the public settings of a client's application
///
/// Only for pages of the company's own web site: the request's `Origin` decides. Browsers keep them for
/// fifty seconds, then ask by their `ETag`; where several servers run, another one may answer as it
/// was up to five seconds before. So a change is seen within a minute.
#[utoipa::path(tag = "Application",
    params(("application_key" = String, Path, description = "The public key in the application code."),
        ("Origin" = String, Header, description = "The page's origin, sent by every browser.")),
    responses((status = 200, body = Widget), (status = 304)), extensions(("x-public" = json!(true))))]
#[get("/public/v1/widgets/{application_key}")]
pub async fn read_widget(ctx: Data<Context>, request: HttpRequest) -> Answer {
    let answer = read(&ctx, &request).await;
    Ok(answer.unwrap_or_else(|refusal| refused(&refusal)))
}

async fn read(ctx: &Context, request: &HttpRequest) -> Answer {
    let (key, origin) = asked(request)?;
    let widget = recent::widget(ctx, key).await?;
    let widget = widget.ok_or_else(Refusal::not_found)?;
    let site = widget.site(origin).ok_or_else(Refusal::not_found)?;
    let whose = (widget.partner, widget.client);
    ctx.calls.note(ctx.now(), whose, site);
    Ok(for_page(origin, Ok(answer(&widget, request))))
}

fn answer(widget: &PublicWidget, request: &HttpRequest) -> HttpResponse {
    let known = has(request, widget);
    let mut answer = if known {
        HttpResponse::NotModified()
    } else {
        HttpResponse::Ok()
    };
    answer
        .insert_header((ETAG, widget.tag.clone()))
        .insert_header((CACHE_CONTROL, "public, max-age=50"));
    if known {
        return answer.finish();
    }
    answer
        .insert_header((CONTENT_TYPE, "application/json"))
        .body(widget.body.clone())
}

fn has(request: &HttpRequest, widget: &PublicWidget) -> bool {
    let given = request.headers().get_all(IF_NONE_MATCH);
    given
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|given| given.trim().as_bytes() == widget.tag.as_bytes())
}
