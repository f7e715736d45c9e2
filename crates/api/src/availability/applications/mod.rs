//! What visitors of a client's web site are offered.

mod store;

pub use store::of_client;
