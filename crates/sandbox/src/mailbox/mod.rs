//! The mail that arrived, and whom the mail server shall refuse.

mod handle;
mod links;
mod mail;
mod refusals;
mod state;

pub use handle::Mailbox;
pub use mail::Mail;

pub(crate) use mail::Envelope;
pub(crate) use refusals::Refusals;
pub(crate) use state::State;
