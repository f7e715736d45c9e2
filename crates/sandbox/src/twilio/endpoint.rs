use std::sync::Arc;
use std::time::Duration;

use actix_web::{HttpRequest, HttpResponse, web};

use super::answer::Answer;
use super::callbacks;
use super::faults::FaultKind;
use super::request::Request;
use super::route;
use crate::http::closed;
use crate::shared::Shared;

/// Longer waits are cut, so that a typing error does not hang a test run.
const LONGEST_DELAY: Duration = Duration::from_mins(2);

/// Everything under `/2010-04-01`.
pub(crate) async fn endpoint(
    http: HttpRequest,
    body: web::Bytes,
    shared: web::Data<Shared>,
) -> HttpResponse {
    let shared = shared.into_inner();
    let request = Request::read(&http, &body);
    let at = shared.now();
    let (id, fault) = {
        let mut state = shared.twilio();
        let fault = state.strike(&request);
        let name = fault.as_ref().map(|fault| fault.name().to_owned());
        (state.note(&request, at, name), fault)
    };
    let act = |no_numbers| act(&shared, &request, no_numbers);
    let answer = match fault {
        None => act(false),
        Some(FaultKind::Delay { ms }) => {
            tokio::time::sleep(Duration::from_millis(ms).min(LONGEST_DELAY)).await;
            act(false)
        }
        Some(FaultKind::NoNumbers) => act(true),
        Some(FaultKind::Throttle { retry_after }) => Answer::throttled(retry_after),
        Some(FaultKind::ServerError { status, html }) => Answer::trouble(status, html),
        Some(FaultKind::ErrorAfterEffect { status, html }) => {
            act(false);
            Answer::trouble(status, html)
        }
        Some(FaultKind::Refuse { status, code }) => {
            Answer::refused(status, code, "Refused by the sandbox")
        }
        Some(FaultKind::DropAfterEffect) => {
            act(false);
            return closed();
        }
        Some(FaultKind::DropBefore) => return closed(),
    };
    shared.twilio().note_answer(id, answer.status);
    answer.into_response()
}

/// Lets the call have its effect; a message it made is delivered afterwards.
fn act(shared: &Arc<Shared>, request: &Request, no_numbers: bool) -> Answer {
    let at = shared.now();
    let mut answer = {
        let mut twilio = shared.twilio();
        let answer = route::answer(&mut twilio, request, at, no_numbers);
        if request.method != "GET" {
            shared.save(&twilio);
        }
        answer
    };
    if let Some(sid) = answer.delivers.take() {
        actix_web::rt::spawn(callbacks::deliver(shared.clone(), sid));
    }
    answer
}
