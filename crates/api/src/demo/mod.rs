//! A partner with a client to try things with, made by `gangway serve --demo` through the verbs that
//! everybody's are made by.

mod client;
mod partner;

pub use client::{Client, number};

use crate::context::Context;
use crate::refusal::Refusal;

/// Who to sign in as.
pub const EMAIL: &str = "demo@harborlight.example";
/// Who to sign in as at the client.
pub const CLIENT_EMAIL: &str = "demo@saltmarsh.example";
/// The password of both; only ever made with the sandbox on.
pub const PASSWORD: &str = "calm seas and fair winds";

/// Makes the partner and the client, as far as they are not there. None where somebody took the
/// client's user away.
pub async fn make(ctx: &Context) -> Result<Option<Client>, Refusal> {
    let owner = partner::make(ctx).await?;
    match client::find(ctx).await? {
        client::Found::Nobody => client::make(ctx, &owner).await.map(Some),
        client::Found::Client(client) => Ok(Some(client)),
        client::Found::PersonAlone => Ok(None),
    }
}
