//! Where a list of clients is uploaded.

mod columns;
mod known;
mod new_import;
mod sample;
mod uploading;

pub use new_import::NewImport;
