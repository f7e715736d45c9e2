//! The code to place on every page.

use crate::context::Context;

/// Where the loader is.
pub const LOADER: &str = "/widget/v1.js";

/// The code, with the client's public key.
pub fn code(ctx: &Context, application_key: &str) -> String {
    let address = ctx.config.server.url(LOADER);
    format!(r#"<script async src="{address}" data-application-key="{application_key}"></script>"#)
}
