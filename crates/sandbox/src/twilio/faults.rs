use serde::{Deserialize, Serialize};

use super::request::Request;
use super::state::State;

/// Faults that may be set at a time.
const MOST_FAULTS: usize = 100;

/// Misbehaviour that strikes the next calls that fit. Of several that fit, the oldest strikes.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
pub struct Fault {
    /// `GET`, `POST` or `DELETE`; any when not given.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// Part of the path, such as `IncomingPhoneNumbers`; empty fits all.
    #[serde(default)]
    pub path_contains: String,
    /// How often it strikes; until it is cleared when not given.
    #[serde(default)]
    pub times: Option<u32>,
    #[serde(flatten)]
    pub kind: FaultKind,
}

/// What goes wrong.
#[derive(Clone, Debug, Default, Deserialize, Serialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum FaultKind {
    /// The answer is right but late.
    Delay { ms: u64 },
    /// 429, with `Retry-After` in seconds if given.
    Throttle {
        #[serde(default)]
        retry_after: Option<u64>,
    },
    /// A server error; nothing is done. `html` answers as gateways do.
    ServerError {
        status: u16,
        #[serde(default)]
        html: bool,
    },
    /// A server error after the call had its effect.
    ErrorAfterEffect {
        status: u16,
        #[serde(default)]
        html: bool,
    },
    /// Any refusal of Twilio's; nothing is done.
    Refuse { status: u16, code: u32 },
    /// The call has its effect and the connection is closed without an answer.
    DropAfterEffect,
    /// The connection is closed without an answer; nothing is done.
    #[default]
    DropBefore,
    /// Searches find nothing and purchases come too late.
    NoNumbers,
}

impl FaultKind {
    /// The name it has in JSON.
    pub fn name(&self) -> &'static str {
        match self {
            Self::Delay { .. } => "delay",
            Self::Throttle { .. } => "throttle",
            Self::ServerError { .. } => "server_error",
            Self::ErrorAfterEffect { .. } => "error_after_effect",
            Self::Refuse { .. } => "refuse",
            Self::DropAfterEffect => "drop_after_effect",
            Self::DropBefore => "drop_before",
            Self::NoNumbers => "no_numbers",
        }
    }
}

impl Fault {
    /// A fault that strikes any call, the given number of times.
    pub fn times(times: u32, kind: FaultKind) -> Self {
        Self {
            times: Some(times),
            kind,
            ..Self::default()
        }
    }

    /// Narrows it to a method and a part of the path.
    #[must_use]
    pub fn on(self, method: &str, path_contains: &str) -> Self {
        Self {
            method: Some(method.to_owned()),
            path_contains: path_contains.to_owned(),
            ..self
        }
    }

    fn fits(&self, request: &Request) -> bool {
        let method = self
            .method
            .as_ref()
            .is_none_or(|method| method.eq_ignore_ascii_case(&request.method));
        let about_numbers = match self.kind {
            FaultKind::NoNumbers => {
                request.path.contains("/AvailablePhoneNumbers/")
                    || (request.method == "POST"
                        && request.path.ends_with("/IncomingPhoneNumbers.json"))
            }
            _ => true,
        };
        method && about_numbers && request.path.contains(&self.path_contains)
    }
}

impl State {
    /// Sets a fault; answers false when there are too many already.
    pub fn add_fault(&mut self, fault: Fault) -> bool {
        if self.faults.len() >= MOST_FAULTS || fault.times == Some(0) {
            return false;
        }
        self.faults.push(fault);
        true
    }

    /// The fault that strikes this call, which uses it up by one.
    pub fn strike(&mut self, request: &Request) -> Option<FaultKind> {
        let at = self.faults.iter().position(|fault| fault.fits(request))?;
        let fault = self.faults.get_mut(at)?;
        let kind = fault.kind.clone();
        if let Some(times) = &mut fault.times {
            *times = times.saturating_sub(1);
            if *times == 0 {
                self.faults.remove(at);
            }
        }
        Some(kind)
    }
}
