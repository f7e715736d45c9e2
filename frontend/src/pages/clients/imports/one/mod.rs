//! One import: followed while it is at work, and what can be done in each of its states.

mod at_work;
mod away;
mod ended;
mod head;
mod import_page;
mod undo;
mod watched;

pub use import_page::ImportPage;
pub(super) use watched::{Watched, count};
