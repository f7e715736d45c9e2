//! Lists of clients: uploaded, checked, corrected, confirmed, imported and undone.

mod list;
mod matching;
mod one;
mod progress;
mod ready;
mod refused;
mod rows;
mod status;
mod upload;

pub use list::Imports;
pub use one::ImportPage;
pub use upload::NewImport;
