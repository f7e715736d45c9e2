use actix_web::{HttpResponse, web};
use serde_json::json;

use super::faults::words;
use super::mails::Row;
use super::render;
use super::twilio::RequestRow;
use crate::shared::Shared;

/// Rows of each list on the overview.
const ROWS: usize = 5;

/// What the sandbox did, at a glance.
pub(super) async fn show(shared: web::Data<Shared>) -> HttpResponse {
    let (mail_count, mails): (usize, Vec<Row>) = {
        let mailbox = shared.mailbox();
        let rows = mailbox.mails.iter().rev().take(ROWS).map(Row::of).collect();
        (mailbox.mails.len(), rows)
    };
    let twilio = shared.twilio();
    let requests: Vec<RequestRow> = twilio
        .requests
        .iter()
        .rev()
        .take(ROWS)
        .map(RequestRow::of)
        .collect();
    let faults: Vec<String> = twilio.faults.iter().map(words).collect();
    render::page(
        "overview.html",
        json!({
        "here": "/",
        "http": format!("http://{}", shared.http_addr),
        "smtp": shared.smtp_addr.to_string(),
        "account_sid": twilio.options.account_sid,
        "mail_count": mail_count,
        "mails": mails,
        "request_count": twilio.requests.len(),
        "requests": requests,
        "number_count": twilio.numbers.len(),
        "message_count": twilio.messages.len(),
        "faults": faults,
        }),
    )
}
