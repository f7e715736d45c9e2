//! Fields of the partner's own: what it wants to know of its clients besides.

mod field_dialog;
mod field_row;
mod fields_page;
mod order;

pub use fields_page::CustomFields;
