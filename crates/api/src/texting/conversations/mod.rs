//! Conversations of a client with its customers: listed, read, noted on, archived, downloaded.

mod download_conversation;
mod list_conversations;
mod list_messages;
mod read_conversation;
mod show;
mod store;
mod update_conversation;
mod written;

pub use store::{
    Pair, are_with, hold, name_if_nameless, note_incoming, note_outgoing, open, require,
};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_conversations::list_conversations)
        .service(read_conversation::read_conversation)
        .service(update_conversation::update_conversation)
        .service(list_messages::list_messages)
        .service(download_conversation::download_conversation);
}
