//! Groups of the staff that look after clients.

mod group_dialog;
mod group_row;
mod groups_page;

pub use groups_page::TechGroups;
