use actix_web::{HttpResponse, Responder, web};
use serde::Deserialize;
use serde_json::json;

use crate::mailbox::Refusals;
use crate::shared::Shared;

/// `/_sandbox/refusals`: POST refuses a recipient, DELETE refuses nobody any more.
/// `/_sandbox/greylist`: POST tells the next recipients to come back later.
pub(super) fn configure(config: &mut web::ServiceConfig) {
    config
        .service(
            web::resource("/refusals")
                .route(web::get().to(list))
                .route(web::post().to(refuse))
                .route(web::delete().to(clear)),
        )
        .service(web::resource("/greylist").route(web::post().to(greylist)));
}

#[derive(Deserialize)]
struct Refuse {
    address: String,
    /// 400 to 599.
    code: u16,
    text: String,
}

#[derive(Deserialize)]
struct Greylist {
    times: u32,
}

async fn list(shared: web::Data<Shared>) -> impl Responder {
    HttpResponse::Ok().json(shared.mailbox().refusals.list())
}

async fn refuse(refuse: web::Json<Refuse>, shared: web::Data<Shared>) -> impl Responder {
    let Refuse {
        address,
        code,
        text,
    } = refuse.into_inner();
    if !(400..=599).contains(&code) {
        return HttpResponse::BadRequest().json(json!({ "error": "code is from 400 to 599" }));
    }
    shared.mailbox().refusals.refuse(&address, code, &text);
    HttpResponse::NoContent().finish()
}

async fn greylist(greylist: web::Json<Greylist>, shared: web::Data<Shared>) -> impl Responder {
    shared.mailbox().refusals.greylist(greylist.times);
    HttpResponse::NoContent()
}

async fn clear(shared: web::Data<Shared>) -> impl Responder {
    shared.mailbox().refusals = Refusals::default();
    HttpResponse::NoContent()
}
