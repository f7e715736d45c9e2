use actix_web::{HttpResponse, Responder, web};
use serde::Deserialize;
use serde_json::json;

use crate::shared::Shared;
use crate::twilio::{self, CallbackStyle, Quirks, TextIn};

/// What the played Twilio saw and has, oldest first, and how it behaves.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/requests")
                .route(web::get().to(requests))
                .route(web::delete().to(forget_requests)),
        )
        .service(web::resource("/numbers").route(web::get().to(numbers)))
        .service(web::resource("/messages").route(web::get().to(messages)))
        .service(web::resource("/callbacks").route(web::get().to(callbacks)))
        .service(web::resource("/callback_style").route(web::put().to(set_style)))
        .service(web::resource("/quirks").route(web::put().to(set_quirks)))
        .service(web::resource("/outcomes").route(web::post().to(set_outcome)))
        .service(web::resource("/texts").route(web::post().to(text_in)));
}

async fn requests(shared: web::Data<Shared>) -> impl Responder {
    HttpResponse::Ok().json(&shared.twilio().requests)
}

async fn forget_requests(shared: web::Data<Shared>) -> impl Responder {
    shared.twilio().requests.clear();
    HttpResponse::NoContent()
}

async fn numbers(shared: web::Data<Shared>) -> impl Responder {
    HttpResponse::Ok().json(&shared.twilio().numbers)
}

async fn messages(shared: web::Data<Shared>) -> impl Responder {
    HttpResponse::Ok().json(&shared.twilio().messages)
}

async fn callbacks(shared: web::Data<Shared>) -> impl Responder {
    HttpResponse::Ok().json(&shared.twilio().callbacks)
}

async fn set_style(style: web::Json<CallbackStyle>, shared: web::Data<Shared>) -> impl Responder {
    shared.twilio().style = style.into_inner();
    HttpResponse::NoContent()
}

async fn set_quirks(quirks: web::Json<Quirks>, shared: web::Data<Shared>) -> impl Responder {
    shared.twilio().quirks = quirks.into_inner();
    HttpResponse::NoContent()
}

/// What becomes of texts to a recipient.
#[derive(Deserialize)]
struct Outcome {
    to: String,
    status: String,
    error_code: Option<u32>,
}

async fn set_outcome(outcome: web::Json<Outcome>, shared: web::Data<Shared>) -> impl Responder {
    let Outcome {
        to,
        status,
        error_code,
    } = outcome.into_inner();
    shared.twilio().outcomes.insert(to, (status, error_code));
    HttpResponse::NoContent()
}

async fn text_in(text: web::Json<TextIn>, shared: web::Data<Shared>) -> impl Responder {
    match twilio::text_in(&shared, text.into_inner()).await {
        Ok(answer) => HttpResponse::Ok().json(answer),
        Err(error) => HttpResponse::Conflict().json(json!({ "error": error.to_string() })),
    }
}
