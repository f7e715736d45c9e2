//! The stream of what happens, as server-sent events: the spine of events, thin, as it is sealed.
//!
//! An instance hears of its own commits by a bell and of those of others by looking at the heads of
//! the chains once a second. Each partner that somebody follows is read once per instance, however
//! many follow it; a stream itself reads the database only to catch up, and holds no connection.

mod carry;
mod feeds;
mod follow;
mod heard;
mod read_stream;
mod store;

pub use carry::Carrier;
pub use feeds::Streams;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_stream::read_stream);
}
