//! Mail: what is said, and how it travels.
//!
//! A job builds a [`Message`], [`render`]s it and hands it to the [`Mailer`], which answers with
//! a [`Delivery`].

mod clean;
mod compose;
mod delivery;
mod encoded_words;
mod mailbox;
mod message;
mod render;
mod settings;
mod templates;
pub(crate) mod transport;
mod variables;
mod wrap;

#[cfg(test)]
mod tests;

pub use compose::{ComposeError, Outgoing};
pub use delivery::{Delivery, Fault};
pub use message::{Contact, Message};
pub use render::{RenderError, Rendered, render};
pub use settings::{Settings, SettingsError, Tls};
pub use transport::{Mailer, Sent, Turn};
