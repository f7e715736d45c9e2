//! How far a text is, as a person reads it.

use crate::components::{Glyph, Tone};
use gangway_domain::wire::{MessageSource, MessageState};

/// Words and looks of a state; none for a text that came in.
pub(super) const fn state(state: MessageState) -> Option<(Tone, Glyph, &'static str)> {
    Some(match state {
        MessageState::Received => return None,
        MessageState::Queued => (Tone::Neutral, Glyph::Clock, "Waiting to be sent"),
        MessageState::Sending => (Tone::Neutral, Glyph::Clock, "Sending"),
        MessageState::Sent => (Tone::Neutral, Glyph::Check, "Sent"),
        MessageState::Delivered => (Tone::Good, Glyph::CheckCircle, "Delivered"),
        MessageState::Undelivered => (Tone::Bad, Glyph::CrossCircle, "Not delivered"),
        MessageState::Failed => (Tone::Bad, Glyph::CrossCircle, "Not sent"),
        MessageState::Unknown => (Tone::Wary, Glyph::Warning, "Not confirmed"),
    })
}

/// The words of a state in which the customer may lack the text.
pub(super) const fn trouble(of: MessageState) -> Option<&'static str> {
    match (of, state(of)) {
        (
            MessageState::Undelivered | MessageState::Failed | MessageState::Unknown,
            Some((_, _, words)),
        ) => Some(words),
        _ => None,
    }
}

/// Where a text was written, where that is worth a word.
pub(super) const fn source(source: MessageSource) -> Option<&'static str> {
    match source {
        MessageSource::Widget => Some("from your website"),
        MessageSource::Automatic => Some("sent automatically"),
        MessageSource::Api => Some("sent by a program"),
        MessageSource::Dashboard | MessageSource::Phone => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b30_a_text_that_may_be_lost_is_marked_and_no_other() {
        for (of, marked) in [
            (MessageState::Received, false),
            (MessageState::Queued, false),
            (MessageState::Sending, false),
            (MessageState::Sent, false),
            (MessageState::Delivered, false),
            (MessageState::Undelivered, true),
            (MessageState::Failed, true),
            (MessageState::Unknown, true),
        ] {
            assert_eq!(trouble(of).is_some(), marked, "{of:?}");
        }
    }
}
