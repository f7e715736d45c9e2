//! Twilio and a mail server, played on this machine: for trying the product without accounts and
//! for testing it. See the README.

mod clock;
mod contract;
mod http;
mod ids;
mod mailbox;
mod options;
mod pages;
mod phones;
mod server;
mod shared;
mod site;
mod smtp;
mod twilio;

pub use clock::Clock;
pub use contract::Contract;
pub use mailbox::{Mail, Mailbox};
pub use options::Options;
pub use phones::Condition;
pub use server::Sandbox;
pub use twilio::{
    Callback, CallbackStyle, Fault, FaultKind, OwnedNumber, Quirks, RequestSeen, StoredMessage,
    TextIn, TextInAnswer, Twilio,
};
