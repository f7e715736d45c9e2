//! Twilio, played from its published contract.

mod account;
mod answer;
mod auth;
mod callbacks;
mod countries;
mod endpoint;
mod faults;
mod form;
mod handle;
mod inventory;
mod kept;
mod keywords;
mod messages;
mod numbers;
mod paging;
mod request;
mod retries;
mod route;
mod search;
mod segments;
mod send;
mod signing;
mod state;
mod text_in;
mod twiml;

pub use callbacks::{Callback, CallbackStyle};
pub use faults::{Fault, FaultKind};
pub use handle::Twilio;
pub use messages::StoredMessage;
pub use numbers::OwnedNumber;
pub use request::RequestSeen;
pub use state::Quirks;
pub use text_in::{TextIn, TextInAnswer};

pub(crate) use endpoint::endpoint;
pub(crate) use inventory::friendly_name;
pub(crate) use messages::INBOUND;
pub(crate) use numbers::is_e164;
pub(crate) use state::State;
pub(crate) use text_in::text_in;

/// Twilio's dates, RFC 2822 in UTC.
fn date(at: chrono::DateTime<chrono::Utc>) -> String {
    at.format("%a, %d %b %Y %H:%M:%S +0000").to_string()
}
