use actix_web::{HttpResponse, Resource, Responder, web};
use serde_json::json;

use crate::shared::Shared;

/// `/_sandbox`: GET says what there is, DELETE forgets all of it.
pub(super) fn resource() -> Resource {
    web::resource("")
        .route(web::get().to(read))
        .route(web::delete().to(reset))
}

async fn read(shared: web::Data<Shared>) -> impl Responder {
    let mails = shared.mailbox().mails.len();
    let twilio = shared.twilio();
    HttpResponse::Ok().json(json!({
        "http": format!("http://{}", shared.http_addr),
        "smtp": shared.smtp_addr.to_string(),
        "account_sid": twilio.options.account_sid,
        "mails": mails,
        "requests": twilio.requests.len(),
        "numbers": twilio.numbers.len(),
        "messages": twilio.messages.len(),
        "faults": twilio.faults.len(),
    }))
}

async fn reset(shared: web::Data<Shared>) -> impl Responder {
    let mut twilio = shared.twilio();
    twilio.reset();
    shared.save(&twilio);
    let mut mailbox = shared.mailbox();
    mailbox.clear();
    mailbox.refusals = crate::mailbox::Refusals::default();
    HttpResponse::NoContent()
}
