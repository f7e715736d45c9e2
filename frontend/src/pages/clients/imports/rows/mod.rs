//! Rows that something is wrong with: told, downloaded, corrected.

mod cells;
mod correction;
mod faulty_rows;
mod row_item;
mod state;
mod told;
mod tools;

pub(super) use faulty_rows::FaultyRows;
pub(super) use told::{place, shown, told, value};
