//! Our addresses that the provider is told.

use crate::context::Context;
use gangway_domain::ids::{MessageId, NumberOrderId};

/// How the provider is to come again. Left to itself it does so only where nobody answers; where the
/// database is away Gangway answers 503. It is a fragment: never sent, never signed.
pub const COME_AGAIN: &str = "#rc=5&rp=ct,rt,5xx";

/// Where texts to the number of an order are brought.
pub fn text_address(ctx: &Context, order: NumberOrderId) -> String {
    ctx.config
        .server
        .url(&format!("/hooks/twilio/{order}/messages{COME_AGAIN}"))
}

/// Where the provider tells how far a text is. It names the text, so that one whose answer was lost is known
/// by it.
pub fn status_address(ctx: &Context, order: NumberOrderId, message: MessageId) -> String {
    ctx.config.server.url(&format!(
        "/hooks/twilio/{order}/statuses?message={message}{COME_AGAIN}"
    ))
}
