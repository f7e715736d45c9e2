//! Pages under `/problems` that explain each kind of problem; where a problem's `type` leads.

use actix_web::HttpResponse;
use actix_web::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use actix_web::web::{self, Path, ServiceConfig};
use gangway_domain::problem::ProblemCode;
use std::fmt::Write as _;

/// The pages; no part of the API.
pub fn routes(cfg: &mut ServiceConfig) {
    cfg.service(web::resource("/problems").get(list))
        .service(web::resource("/problems/{code}").get(page));
}

async fn list() -> HttpResponse {
    let mut rows = String::new();
    for code in ProblemCode::ALL {
        let (slug, title, status) = (code.as_str(), code.title(), code.status());
        // Writing to a String cannot fail.
        let _ = write!(
            rows,
            "<tr><td><a href=\"/problems/{slug}\"><code>{slug}</code></a></td><td>{status}</td><td>{title}</td></tr>"
        );
    }
    html(
        "Problems",
        &format!(
            "<p>Every refusal carries one of these codes at the end of its <code>type</code>. A code never changes its meaning.</p>\
         <table><thead><tr><th>Code</th><th>Status</th><th>Meaning</th></tr></thead><tbody>{rows}</tbody></table>"
        ),
    )
}

async fn page(code: Path<String>) -> HttpResponse {
    let Some(code) = ProblemCode::ALL
        .iter()
        .find(|known| known.as_str() == code.as_str())
    else {
        return HttpResponse::NotFound().finish();
    };
    html(
        code.title(),
        &format!(
            "<p>Code <code>{}</code>, HTTP status {}.</p><p>{}</p>\
         <p>The answer's <code>detail</code> says what happened and what to do next; \
         <code>errors</code> names each field by JSON pointer; support finds the request by its \
         <code>reference</code>.</p><p><a href=\"/problems\">All codes</a></p>",
            code.as_str(),
            code.status(),
            code.meaning()
        ),
    )
}

fn html(title: &str, body: &str) -> HttpResponse {
    HttpResponse::Ok()
        .insert_header((CONTENT_TYPE, "text/html; charset=utf-8"))
        .insert_header((CACHE_CONTROL, "public, max-age=3600"))
        .body(format!(
            "<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
             content=\"width=device-width\"><title>{title} \u{b7} Gangway</title>\
             <link rel=\"stylesheet\" href=\"/plain.css\"></head><body><main><h1>{title}</h1>{body}</main></body></html>"
        ))
}
