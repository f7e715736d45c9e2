//! Uploads as people and others send them.

#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "tests"
)]

mod colors;
mod corpus;
mod crafted;
mod memory;
mod orientation;
mod sizes;
