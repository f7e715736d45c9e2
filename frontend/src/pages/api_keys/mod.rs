//! Keys for the partner's own programs.

mod key_row;
mod list;
mod new_key;

pub use list::ApiKeys;
