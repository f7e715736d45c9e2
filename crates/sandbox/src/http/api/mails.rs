use actix_web::{HttpResponse, Responder, web};
use serde::Deserialize;

use crate::shared::Shared;

/// `/_sandbox/mails`: GET lists them newest first, `?to=` for one recipient; DELETE throws them
/// away. `/_sandbox/mails/{id}` is one, and `/raw` its bytes.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/mails")
                .route(web::get().to(list))
                .route(web::delete().to(clear)),
        )
        .service(web::resource("/mails/{id}").route(web::get().to(read)))
        .service(web::resource("/mails/{id}/raw").route(web::get().to(raw)));
}

#[derive(Deserialize)]
struct Filter {
    to: Option<String>,
}

async fn list(filter: web::Query<Filter>, shared: web::Data<Shared>) -> impl Responder {
    let mailbox = shared.mailbox();
    let to = filter.to.as_deref();
    let found: Vec<_> = mailbox
        .mails
        .iter()
        .rev()
        .filter(|mail| to.is_none_or(|address| mail.is_to(address)))
        .collect();
    HttpResponse::Ok().json(found)
}

async fn read(id: web::Path<u64>, shared: web::Data<Shared>) -> impl Responder {
    match shared.mailbox().mails.iter().find(|mail| mail.id == *id) {
        Some(mail) => HttpResponse::Ok().json(mail),
        None => HttpResponse::NotFound().finish(),
    }
}

async fn raw(id: web::Path<u64>, shared: web::Data<Shared>) -> impl Responder {
    match shared.mailbox().mails.iter().find(|mail| mail.id == *id) {
        Some(mail) => HttpResponse::Ok()
            .content_type("text/plain; charset=utf-8")
            .body(mail.raw.clone()),
        None => HttpResponse::NotFound().finish(),
    }
}

async fn clear(shared: web::Data<Shared>) -> impl Responder {
    shared.mailbox().clear();
    HttpResponse::NoContent()
}
