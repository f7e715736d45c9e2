//! Passwords that were stolen elsewhere. The list may have millions of lines and memory is short: a
//! sorted index on disk is searched, and nothing of it is kept in memory.

mod build;
mod index;
mod line;

pub use index::Blocklist;
