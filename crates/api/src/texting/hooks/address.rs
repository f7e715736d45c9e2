//! Our addresses that the provider is told.

use crate::context::Context;
use gangway_domain::ids::{MessageId, NumberOrderId};

/// Where texts to the number of an order are brought.
pub fn text_address(ctx: &Context, order: NumberOrderId) -> String {
    ctx.config
        .server
        .url(&format!("/hooks/twilio/{order}/messages"))
}

/// Where the provider tells how far a text is. It names the text, so that one whose answer was lost is known
/// by it.
pub fn status_address(ctx: &Context, order: NumberOrderId, message: MessageId) -> String {
    ctx.config
        .server
        .url(&format!("/hooks/twilio/{order}/statuses?message={message}"))
}
