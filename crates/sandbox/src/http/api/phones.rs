use actix_web::{HttpResponse, Responder, web};
use serde::Deserialize;
use serde_json::json;

use crate::phones::{self, Condition};
use crate::shared::Shared;
use crate::twilio::{self, TextIn};

/// `/_sandbox/phones`: GET lists the customers' phones. `/_sandbox/phones/{number}` is one with its
/// conversations; POST to its `/texts` sends as the customer, PUT to its `/condition` switches it
/// off, and so on.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/phones").route(web::get().to(list)))
        .service(web::resource("/phones/{number}").route(web::get().to(read)))
        .service(web::resource("/phones/{number}/texts").route(web::post().to(send)))
        .service(web::resource("/phones/{number}/condition").route(web::put().to(set_condition)));
}

async fn list(shared: web::Data<Shared>) -> impl Responder {
    HttpResponse::Ok().json(phones::numbers(&shared.twilio()))
}

async fn read(number: web::Path<String>, shared: web::Data<Shared>) -> HttpResponse {
    let Some(number) = phones::number(&number) else {
        return no_number();
    };
    let phone = phones::phone(&shared.twilio(), &shared.contacts(), &number);
    HttpResponse::Ok().json(phone)
}

/// What a customer texts.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Said {
    /// An owned number.
    to: String,
    body: String,
    #[serde(default)]
    media: Vec<(String, String)>,
    opt_out_type: Option<String>,
}

async fn send(
    number: web::Path<String>,
    said: web::Json<Said>,
    shared: web::Data<Shared>,
) -> HttpResponse {
    let Some(from) = phones::number(&number) else {
        return no_number();
    };
    let Said {
        to,
        body,
        media,
        opt_out_type,
    } = said.into_inner();
    let text = TextIn {
        from,
        to,
        body,
        media,
        opt_out_type,
    };
    match twilio::text_in(&shared, text).await {
        Ok(answer) => HttpResponse::Ok().json(answer),
        Err(error) => HttpResponse::Conflict().json(json!({ "error": error.to_string() })),
    }
}

#[derive(Deserialize)]
struct Switch {
    condition: Condition,
}

async fn set_condition(
    number: web::Path<String>,
    switch: web::Json<Switch>,
    shared: web::Data<Shared>,
) -> HttpResponse {
    let Some(number) = phones::number(&number) else {
        return no_number();
    };
    shared.twilio().set_condition(&number, switch.condition);
    HttpResponse::NoContent().finish()
}

fn no_number() -> HttpResponse {
    let error = "a phone is named by its number, + and 8 to 15 digits";
    HttpResponse::BadRequest().json(json!({ "error": error }))
}
