//! `/docs`: a page to read the contract and to try it. It is ours and small, so that the strict content
//! security policy of all pages holds here too and nothing comes from another host.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::{self, ServiceConfig};

/// The page with its script and style.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(web::resource("/docs").get(async || html(include_str!("docs.html"))))
        .service(web::resource("/docs/docs.js").get(async || script(include_str!("docs.js"))))
        .service(web::resource("/docs/docs.css").get(async || style(include_str!("docs.css"))));
}

fn html(text: &'static str) -> HttpResponse {
    answer("text/html; charset=utf-8", text)
}

fn script(text: &'static str) -> HttpResponse {
    answer("text/javascript; charset=utf-8", text)
}

fn style(text: &'static str) -> HttpResponse {
    answer("text/css; charset=utf-8", text)
}

fn answer(kind: &'static str, text: &'static str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, kind))
        .insert_header((CACHE_CONTROL, "no-cache"))
        .body(text)
}
