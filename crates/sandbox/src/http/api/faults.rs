use actix_web::{HttpResponse, Resource, Responder, web};
use serde_json::json;

use crate::shared::Shared;
use crate::twilio::Fault;

/// `/_sandbox/faults`: GET lists those still to strike, POST sets one, DELETE clears them.
pub(super) fn resource() -> Resource {
    web::resource("/faults")
        .route(web::get().to(list))
        .route(web::post().to(set))
        .route(web::delete().to(clear))
}

async fn list(shared: web::Data<Shared>) -> impl Responder {
    HttpResponse::Ok().json(&shared.twilio().faults)
}

async fn set(fault: web::Json<Fault>, shared: web::Data<Shared>) -> impl Responder {
    let fault = fault.into_inner();
    if shared.twilio().add_fault(fault.clone()) {
        HttpResponse::Created().json(fault)
    } else {
        let error = "times is 0, or there are 100 faults already";
        HttpResponse::Conflict().json(json!({ "error": error }))
    }
}

async fn clear(shared: web::Data<Shared>) -> impl Responder {
    shared.twilio().faults.clear();
    HttpResponse::NoContent()
}
