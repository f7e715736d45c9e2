use actix_web::{HttpResponse, web};
use serde::Deserialize;

use super::render;
use crate::shared::Shared;
use crate::twilio::{Fault, FaultKind};

/// The faults of the page's form.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Preset {
    Down,
    NoNumbers,
    Slow,
    Lost,
}

#[derive(Deserialize)]
pub(super) struct Chosen {
    fault: Preset,
}

/// Sets a common fault.
pub(super) async fn set(chosen: web::Form<Chosen>, shared: web::Data<Shared>) -> HttpResponse {
    let lasting = |kind| Fault {
        kind,
        ..Fault::default()
    };
    let fault = match chosen.fault {
        Preset::Down => lasting(FaultKind::ServerError {
            status: 503,
            html: true,
        }),
        Preset::NoNumbers => lasting(FaultKind::NoNumbers),
        Preset::Slow => lasting(FaultKind::Delay { ms: 5_000 }),
        Preset::Lost => Fault::times(1, FaultKind::DropAfterEffect).on("POST", ""),
    };
    shared.twilio().add_fault(fault);
    render::back_to("/twilio")
}

/// Clears all faults.
pub(super) async fn clear(shared: web::Data<Shared>) -> HttpResponse {
    shared.twilio().faults.clear();
    render::back_to("/twilio")
}

/// What a fault does and to which calls, in a sentence.
pub(super) fn words(fault: &Fault) -> String {
    let what = match &fault.kind {
        FaultKind::Delay { ms } => format!("Answers come {ms} ms late"),
        FaultKind::Throttle { .. } => "Too many requests".to_owned(),
        FaultKind::ServerError { status, .. } => format!("Twilio is down ({status})"),
        FaultKind::ErrorAfterEffect { status, .. } => {
            format!("Twilio does it and says {status}")
        }
        FaultKind::Refuse { code, .. } => format!("Refused with code {code}"),
        FaultKind::DropAfterEffect => "Twilio does it and never answers".to_owned(),
        FaultKind::DropBefore => "Twilio never answers".to_owned(),
        FaultKind::NoNumbers => "No numbers are available".to_owned(),
    };
    let calls = match (fault.method.as_deref(), fault.path_contains.as_str()) {
        (None, "") => "all calls".to_owned(),
        (Some(method), "") => format!("{method} calls"),
        (None, path) => format!("calls of {path}"),
        (Some(method), path) => format!("{method} calls of {path}"),
    };
    match fault.times {
        None => format!("{what}: {calls}, until cleared"),
        Some(1) => format!("{what}: {calls}, once"),
        Some(times) => format!("{what}: {calls}, {times} times"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_is_told_in_a_sentence() {
        let fault = Fault::times(1, FaultKind::DropAfterEffect).on("POST", "Messages");
        assert_eq!(
            words(&fault),
            "Twilio does it and never answers: POST calls of Messages, once"
        );
    }
}
