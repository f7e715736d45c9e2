//! A whole Gangway per test: real server, real database, real mail server and Twilio played by the
//! sandbox, a clock one can move, and jobs one can step.
//!
//! `GANGWAY_TEST_POSTGRES` names a PostgreSQL server: each test then gets a database of its own there.

mod app;
pub mod contract;
pub mod corpora;
mod database;
pub mod operations;
mod people;
pub mod process;
mod refusals;
mod tables;
mod world;

pub use app::app_code;
pub use operations::{Operation, operation, operations};
pub use people::{ClientUser, Staff, company_info, password};
pub use refusals::{refused, refused_field};
pub use world::{World, key, token_of};
