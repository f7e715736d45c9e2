use actix_web::{HttpResponse, web};
use serde::Serialize;
use serde_json::json;

use super::faults::words;
use super::paging::{Asked, Paging};
use super::render::{self, time};
use crate::shared::Shared;
use crate::twilio::RequestSeen;

/// A call as a list shows it.
#[derive(Serialize)]
pub(super) struct RequestRow {
    at: String,
    method: String,
    /// Without the part that all paths begin with.
    path: String,
    params: Vec<(String, String)>,
    answered: Option<u16>,
    fault: Option<String>,
}

impl RequestRow {
    pub fn of(seen: &RequestSeen) -> Self {
        let path = seen
            .path
            .strip_prefix("/2010-04-01/Accounts/")
            .and_then(|path| path.split_once('/'))
            .map_or(seen.path.as_str(), |(_, path)| path);
        Self {
            at: time(seen.at),
            method: seen.method.clone(),
            path: path.to_owned(),
            params: seen.query.iter().chain(&seen.form).cloned().collect(),
            answered: seen.answered,
            fault: seen.fault.clone(),
        }
    }
}

/// The numbers, the log of calls, and the faults.
pub(super) async fn show(asked: web::Query<Asked>, shared: web::Data<Shared>) -> HttpResponse {
    let twilio = shared.twilio();
    let paging = Paging::of(twilio.requests.len(), &asked);
    let requests: Vec<RequestRow> = paging
        .rows(twilio.requests.iter().rev())
        .map(RequestRow::of)
        .collect();
    let messages: Vec<_> = twilio.messages.iter().rev().take(20).collect();
    let faults: Vec<String> = twilio.faults.iter().map(words).collect();
    render::page(
        "twilio.html",
        json!({
        "here": "/twilio",
        "base": format!("http://{}", shared.http_addr),
        "account_sid": twilio.options.account_sid,
        "numbers": twilio.numbers,
        "message_count": twilio.messages.len(),
        "messages": messages,
        "faults": faults,
        "requests": requests,
        "paging": paging,
        }),
    )
}
