//! Text messages: sending them and reading what became of them.

mod message;
mod read;
mod send;
mod status;

pub use message::{Direction, Message};
pub use read::ListMessages;
pub use send::SendMessage;
pub use status::MessageStatus;
