//! Schedules of a client.

mod store;

pub use store::{hours, of_client};
