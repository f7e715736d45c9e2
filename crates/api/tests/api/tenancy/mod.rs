//! Who may do what, to what is whose.

mod bodies;
mod cells;
mod furnish;
mod id_swap;
mod import_cells;
mod lists;
mod marked;
mod mass_assign;
mod matrix;
mod public_cells;
mod record_cells;
mod row_security;
mod scene;
mod scoped;
mod table;

pub use cells::cell;
pub use furnish::fill;
pub use scene::Scene;
pub use table::{Expected, table};
