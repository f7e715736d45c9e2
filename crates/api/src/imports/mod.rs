//! Lists of clients: a file is uploaded and checked, what is wrong is told row by row, and once somebody has
//! confirmed it, a client is made of every good row. Nothing is written before; what was written can be undone. A list of
//! another layout is refused until somebody says what its columns are, which is remembered.
//!
//! Rows that something is wrong with are kept, good ones are read again from the file. Everything long is
//! done by one job ([`advance`]), which may be cut short at any moment.

mod acting;
mod advance;
mod around;
mod batch;
mod bring_in;
mod cancel_import;
mod check;
mod confirm_import;
mod correct_import_row;
mod corrected;
mod download_import_errors;
mod download_sample;
mod figures;
mod findings;
mod header;
mod incoming;
mod kept_rows;
mod links;
mod list_import_columns;
mod list_import_rows;
mod list_imports;
mod match_import_columns;
mod matches;
mod pace;
mod reading;
mod receive;
mod show;
mod store;
mod take_back;
mod tidy;
mod to_record;
mod told;
mod undo_import;
mod upload_import;

pub use advance::advance;
pub use store::keeping;
pub use tidy::tidy;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(upload_import::upload_import)
        .service(list_imports::list_imports)
        // Before those with an id in its place.
        .service(download_sample::download_import_sample)
        .service(list_import_columns::list_import_columns)
        .service(list_imports::read_import)
        .service(list_import_rows::list_import_rows)
        .service(list_import_rows::read_import_row)
        .service(correct_import_row::correct_import_row)
        .service(download_import_errors::download_import_errors)
        .service(match_import_columns::match_import_columns)
        .service(confirm_import::confirm_import)
        .service(cancel_import::cancel_import)
        .service(undo_import::undo_import);
}
