//! The code to place on every page.

use crate::context::Context;

/// The code, with the client's public key.
pub fn code(ctx: &Context, application_key: &str) -> String {
    let address = ctx.config.server.url("/widget/v1.js");
    format!(r#"<script async src="{address}" data-application-key="{application_key}"></script>"#)
}
