//! Typed client of Gangway's REST API: one method per operation, named by its operation id.
//! It works natively and in the browser, and keeps the person signed in by itself.

mod answer;
mod call;
mod client;
#[cfg(not(target_arch = "wasm32"))]
mod cookies;
mod exchange;
mod failure;
mod idempotency;
mod list;
mod opened;
mod operations;
mod refresh;
mod stream;
mod transport;
mod uploaded;

pub use answer::{Answer, Etag, Tagged};
pub use call::Call;
pub use client::Client;
pub use exchange::Exchange;
pub use failure::Failure;
pub use idempotency::IdempotencyKey;
pub use list::List;
pub use opened::Opened;
pub use stream::{EventStream, Told};
pub use uploaded::Uploaded;
