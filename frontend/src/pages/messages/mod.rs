//! A client's texts with its customers.

mod about;
mod bubble;
mod composer;
mod conversation_row;
mod edit;
mod follow;
mod inbox;
mod list;
mod new_message;
mod page;
mod quick_replies;
mod resend;
mod state;
mod thread;
mod thread_head;
mod thread_pane;

pub use follow::follow;
pub use page::Messages;

use gangway_domain::wire::Conversation;

/// What a conversation is called: by the customer's name, or else by the number.
fn title(talk: &Conversation) -> String {
    let number = || number(&talk.customer_number);
    talk.name.clone().unwrap_or_else(number)
}

/// A number as a person reads it.
fn number(e164: &str) -> String {
    super::sms_number::number_words(e164)
}
