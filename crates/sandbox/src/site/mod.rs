//! The web site of a client, played: pages with the product's code on them, as a client's own would
//! have it. Any application key has one; whether the code works there is the product's to decide.

mod variant;

use actix_web::http::header;
use actix_web::{HttpResponse, Responder, web};
use serde::{Deserialize, Serialize};
use serde_json::json;

use crate::pages::render;
use crate::shared::Shared;
use variant::Variant;

/// A client's web site, for the list of them.
#[derive(Clone, Debug, Serialize)]
pub(crate) struct Site {
    pub application_key: String,
    pub company: String,
}

/// `/site`, and `/site/{application key}` with its pages.
pub(crate) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/site").route(web::get().to(list)))
        .service(web::resource("/site/open").route(web::get().to(open)))
        .service(web::resource("/site/look.css").route(web::get().to(look)))
        .service(web::resource("/site/{script}.js").route(web::get().to(script)))
        .service(web::resource("/site/{key}").route(web::get().to(home)))
        .service(web::resource("/site/{key}/{page:.*}").route(web::get().to(page)));
}

async fn list(shared: web::Data<Shared>) -> HttpResponse {
    choice(&shared, "", None)
}

#[derive(Deserialize)]
struct Typed {
    key: String,
}

async fn open(typed: web::Query<Typed>, shared: web::Data<Shared>) -> HttpResponse {
    let key = typed.key.trim();
    if is_key(key) {
        let to = (header::LOCATION, format!("/site/{key}"));
        return HttpResponse::SeeOther().insert_header(to).finish();
    }
    let wrong = "Enter the application key, such as gwa_ and 24 letters and digits.";
    choice(&shared, key, Some(wrong))
}

fn choice(shared: &Shared, typed: &str, wrong: Option<&str>) -> HttpResponse {
    let values = json!({
        "here": "/site",
        "sites": *shared.sites(),
        "typed": typed,
        "wrong": wrong,
        "variants": Variant::all(),
        "http": format!("http://{}", shared.http_addr),
    });
    render::page("sites.html", values)
}

async fn home(key: web::Path<String>, shared: web::Data<Shared>) -> HttpResponse {
    show(&shared, &key, "")
}

async fn page(path: web::Path<(String, String)>, shared: web::Data<Shared>) -> HttpResponse {
    let (key, page) = path.into_inner();
    show(&shared, &key, &page)
}

fn show(shared: &Shared, key: &str, page: &str) -> HttpResponse {
    let Some(product) = shared.product.as_deref() else {
        return render::missing("Nobody told the sandbox where the product is, so it has no code.");
    };
    let page = page.trim_end_matches('/');
    let (Some(variant), true) = (Variant::of(page), is_key(key)) else {
        return render::missing("The web site has no such page.");
    };
    let listed = shared
        .sites()
        .iter()
        .find(|site| site.application_key == key)
        .cloned();
    let values = json!({
        "key": key,
        "product": product,
        "company": listed.map_or_else(|| "Sample Company".to_owned(), |site| site.company),
        "page": page,
        "variant": variant,
        "variants": Variant::all(),
        "base": format!("/site/{key}"),
    });
    let mut response = render::page(variant.template(page), values);
    for (name, value) in [
        (header::CONTENT_SECURITY_POLICY, variant.policy(product)),
        (
            header::REFERRER_POLICY,
            "strict-origin-when-cross-origin".to_owned(),
        ),
    ] {
        // An address that no header can hold was refused when the product started.
        if let Ok(value) = header::HeaderValue::from_str(&value) {
            response.headers_mut().insert(name, value);
        }
    }
    response
}

async fn look() -> impl Responder {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .body(include_str!("../../templates/site/look.css"))
}

async fn script(name: web::Path<String>) -> HttpResponse {
    let body = match name.as_str() {
        "hostile" => include_str!("../../templates/site/hostile.js"),
        "single_page" => include_str!("../../templates/site/single_page.js"),
        "watch" => include_str!("../../templates/site/watch.js"),
        _ => return HttpResponse::NotFound().finish(),
    };
    HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .body(body)
}

fn is_key(text: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_';
    (1..=64).contains(&text.len()) && text.bytes().all(is_letter)
}
