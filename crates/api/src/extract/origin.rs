//! Routes that read the refresh cookie answer only our own pages.

use crate::context::Context;
use crate::refusal::Refusal;
use actix_web::http::header::ORIGIN;
use actix_web::{FromRequest, HttpRequest, dev::Payload, web::Data};
use gangway_domain::problem::ProblemCode;
use std::future::{Ready, ready};

/// The request did not come from another site's page.
pub struct OwnPage;

impl FromRequest for OwnPage {
    type Error = Refusal;
    type Future = Ready<Result<Self, Refusal>>;

    fn from_request(request: &HttpRequest, _: &mut Payload) -> Self::Future {
        ready(check(request))
    }
}

fn check(request: &HttpRequest) -> Result<OwnPage, Refusal> {
    let own = request
        .app_data::<Data<Context>>()
        .map(|ctx| ctx.config.server.base_url.origin().ascii_serialization())
        .unwrap_or_default();
    let text = |name: &str| {
        request
            .headers()
            .get(name)
            .and_then(|value| value.to_str().ok())
    };
    let foreign_origin =
        request.headers().contains_key(ORIGIN) && text("origin").is_none_or(|origin| origin != own);
    let foreign_fetch =
        text("sec-fetch-site").is_some_and(|site| !matches!(site, "same-origin" | "none"));
    if foreign_origin || foreign_fetch {
        return Err(Refusal::new(
            ProblemCode::ForeignOrigin,
            "Open Gangway at its own address and try again.",
        ));
    }
    Ok(OwnPage)
}
