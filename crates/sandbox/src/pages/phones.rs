use actix_web::http::header;
use actix_web::{HttpResponse, Responder, web};
use serde::Deserialize;
use serde_json::json;

use super::render;
use crate::phones::{self, Condition, Phone, Thread};
use crate::shared::Shared;
use crate::twilio::{self, TextIn};

/// The phone's own script asks for new texts; nothing else runs.
const POLICY: &str = "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; \
    form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

/// `/phones` and what is below it. The pages work without their script too, then without being live.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/phones")
                .route(web::get().to(choose))
                .route(web::post().to(chosen)),
        )
        .service(web::resource("/phone.js").route(web::get().to(script)))
        .service(web::resource("/phones/{number}").route(web::get().to(first)))
        .service(web::resource("/phones/{number}/condition").route(web::post().to(set_condition)))
        .service(
            web::resource("/phones/{number}/{company}")
                .route(web::get().to(show))
                .route(web::post().to(send)),
        )
        .service(web::resource("/phones/{number}/{company}/texts").route(web::get().to(texts)));
}

/// A number that a form brings.
#[derive(Deserialize)]
struct Typed {
    number: String,
}

async fn choose(shared: web::Data<Shared>) -> HttpResponse {
    choice(&shared, "(510) 555-0142", None)
}

async fn chosen(typed: web::Form<Typed>, shared: web::Data<Shared>) -> HttpResponse {
    match phones::number(&typed.number) {
        Some(number) => to(&format!("/phones/{number}")),
        None => choice(
            &shared,
            &typed.number,
            Some("Enter a phone number, such as (510) 555-0142 or +44 20 7946 0958."),
        ),
    }
}

fn choice(shared: &Shared, typed: &str, wrong: Option<&str>) -> HttpResponse {
    let twilio = shared.twilio();
    let contacts = shared.contacts();
    let phones: Vec<Phone> = phones::numbers(&twilio)
        .iter()
        .map(|number| phones::phone(&twilio, &contacts, number))
        .collect();
    let texting = twilio.numbers.iter().any(|number| number.texts);
    render::page(
        "phones.html",
        json!({
        "here": "/phones",
        "phones": phones,
        "texting": texting,
        "typed": typed,
        "wrong": wrong,
        }),
    )
}

/// The conversation with the newest text.
async fn first(number: web::Path<String>, shared: web::Data<Shared>) -> HttpResponse {
    let Some(phone) = look(&shared, &number) else {
        return nobody();
    };
    match phone.threads.first() {
        Some(thread) => to(&format!("/phones/{}/{}", phone.number, thread.with)),
        None => page(&phone, None),
    }
}

async fn show(path: web::Path<(String, String)>, shared: web::Data<Shared>) -> HttpResponse {
    let (number, company) = path.into_inner();
    let Some(phone) = look(&shared, &number) else {
        return nobody();
    };
    match thread(&phone, &company) {
        Some(thread) => page(&phone, Some(thread)),
        None => render::missing("This number is not owned, and nothing was said with it."),
    }
}

fn page(phone: &Phone, thread: Option<&Thread>) -> HttpResponse {
    let conditions: Vec<_> = Condition::ALL
        .into_iter()
        .map(|condition| json!({ "value": condition, "words": condition.words() }))
        .collect();
    let mut response = render::page(
        "phone.html",
        json!({
        "here": "/phones",
        "phone": phone,
        "thread": thread,
        "conditions": conditions,
        }),
    );
    response.headers_mut().insert(
        header::CONTENT_SECURITY_POLICY,
        header::HeaderValue::from_static(POLICY),
    );
    response
}

/// The texts of a conversation alone, for the script.
async fn texts(path: web::Path<(String, String)>, shared: web::Data<Shared>) -> HttpResponse {
    let (number, company) = path.into_inner();
    let phone = look(&shared, &number);
    match phone.as_ref().and_then(|phone| thread(phone, &company)) {
        Some(thread) => render::page("texts.html", json!({ "thread": thread })),
        None => HttpResponse::NotFound().finish(),
    }
}

#[derive(Deserialize)]
struct Said {
    body: String,
}

/// Texts as the customer. What went wrong stands beside the text.
async fn send(
    path: web::Path<(String, String)>,
    said: web::Form<Said>,
    shared: web::Data<Shared>,
) -> HttpResponse {
    let (number, to_company) = path.into_inner();
    let Some(from) = phones::number(&number) else {
        return nobody();
    };
    let back = format!("/phones/{from}/{to_company}");
    let body = said.into_inner().body;
    if !body.trim().is_empty() {
        let text = TextIn {
            from,
            to: to_company,
            body: body.replace("\r\n", "\n"),
            ..TextIn::default()
        };
        if let Err(error) = twilio::text_in(&shared, text).await {
            tracing::debug!(%error, "a text of a simulated phone was not taken");
        }
    }
    to(&back)
}

#[derive(Deserialize)]
struct Switch {
    condition: Condition,
    /// The page to go back to.
    company: Option<String>,
}

async fn set_condition(
    number: web::Path<String>,
    switch: web::Form<Switch>,
    shared: web::Data<Shared>,
) -> HttpResponse {
    let Some(number) = phones::number(&number) else {
        return nobody();
    };
    shared.twilio().set_condition(&number, switch.condition);
    let company = switch.company.as_deref().and_then(phones::number);
    to(&format!("/phones/{number}/{}", company.unwrap_or_default()))
}

async fn script() -> impl Responder {
    HttpResponse::Ok()
        .content_type("text/javascript; charset=utf-8")
        .body(include_str!("../../templates/phone.js"))
}

fn look(shared: &Shared, number: &str) -> Option<Phone> {
    let number = phones::number(number)?;
    Some(phones::phone(&shared.twilio(), &shared.contacts(), &number))
}

fn thread<'a>(phone: &'a Phone, company: &str) -> Option<&'a Thread> {
    phone.threads.iter().find(|thread| thread.with == company)
}

fn to(path: &str) -> HttpResponse {
    HttpResponse::SeeOther()
        .insert_header((header::LOCATION, path.trim_end_matches('/')))
        .finish()
}

fn nobody() -> HttpResponse {
    render::missing("No phone has this number.")
}
