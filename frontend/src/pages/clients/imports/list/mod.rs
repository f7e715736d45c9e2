//! The list of earlier imports.

mod follow;
mod imports_page;
mod row;

pub use imports_page::Imports;
