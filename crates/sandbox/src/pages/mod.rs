//! The pages that show what the sandbox did. They work without scripts.

mod faults;
mod mails;
mod overview;
mod paging;
mod phones;
pub(crate) mod render;
mod twilio;

use actix_web::{HttpResponse, Responder, web};

/// `/`, `/mails`, `/mails/{id}`, `/twilio`, their forms, and the stylesheet.
pub(crate) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(web::resource("/").route(web::get().to(overview::show)))
        .service(web::resource("/mails").route(web::get().to(mails::list)))
        .service(web::resource("/mails/clear").route(web::post().to(mails::clear)))
        .service(web::resource("/mails/{id}").route(web::get().to(mails::show)))
        .service(web::resource("/twilio").route(web::get().to(twilio::show)))
        .service(web::resource("/twilio/faults").route(web::post().to(faults::set)))
        .service(web::resource("/twilio/faults/clear").route(web::post().to(faults::clear)))
        .configure(phones::configure)
        .service(web::resource("/style.css").route(web::get().to(style)))
        .default_service(web::to(missing));
}

async fn style() -> impl Responder {
    HttpResponse::Ok()
        .content_type("text/css; charset=utf-8")
        .body(include_str!("../../templates/style.css"))
}

async fn missing() -> impl Responder {
    render::missing("There is no such page.")
}
