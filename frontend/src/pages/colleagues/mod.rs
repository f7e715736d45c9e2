//! Many addresses in rows, sent at once, answered one by one.

mod addresses;
mod row;
mod rows;
mod send;
mod sheet;

pub use rows::TeamRows;
pub use send::send;
pub use sheet::{TeamSheet, outcome_badge};
