//! The sandbox over HTTP, as JSON, for scripts that cannot hold a [`crate::Sandbox`].

mod faults;
mod mails;
mod overview;
mod phones;
mod refusals;
mod twilio;

use actix_web::error::InternalError;
use actix_web::{HttpResponse, ResponseError, Scope, web};
use serde_json::json;

pub(super) fn scope() -> Scope {
    let json = web::JsonConfig::default().error_handler(|error, _| {
        let body = json!({ "error": error.to_string() });
        let response = HttpResponse::build(error.status_code()).json(body);
        InternalError::from_response(error, response).into()
    });
    web::scope("/_sandbox")
        .app_data(json)
        .service(overview::resource())
        .service(faults::resource())
        .configure(mails::configure)
        .configure(phones::configure)
        .configure(refusals::configure)
        .configure(twilio::configure)
}
