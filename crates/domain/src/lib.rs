//! The words shared by Gangway's server and browser application.
//!
//! Pure: no I/O, no clock, no randomness; it builds for the server and for wasm.

pub mod browser;
pub mod client_rows;
pub mod hours;
pub mod ids;
pub mod patience;
pub mod problem;
pub mod roles;
pub mod rules;
pub mod segments;
pub mod values;
pub mod wire;
pub mod wizard;
