//! What happened at the partner and its clients.

mod download;
mod filters;
mod list;
mod row;

pub(crate) use download::download;
pub use list::Activity;
pub(crate) use row::{by_day, day_section};
