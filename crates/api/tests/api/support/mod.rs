//! A whole Gangway per test: real server, real database, real mail server and Twilio played by the
//! sandbox, a clock one can move, and jobs one can step.
//!
//! `GANGWAY_TEST_POSTGRES` names a PostgreSQL server: each test then gets a database of its own there.

mod app;
pub mod contract;
pub mod corpora;
mod database;
mod has_not;
pub mod journal;
pub mod operations;
mod people;
pub mod postgres;
pub mod process;
pub mod proxy;
mod refusals;
mod sites;
pub mod strace;
mod tables;
mod world;

pub use app::app_code;
pub use database::connection;
pub(crate) use has_not::has_not;
pub use operations::{Operation, operation, operations};
pub use people::{ClientUser, Staff, company_info, password};
pub use refusals::{refused, refused_field, taken};
pub use sites::{Answer, PUBLIC, Sites};
pub use world::{World, key, token_of};

/// Whether the long forms of tests run: `./just torture`.
#[expect(clippy::disallowed_methods, reason = "the switch of `./just torture`")]
pub fn tortured() -> bool {
    std::env::var("GANGWAY_TORTURE").is_ok_and(|value| value == "on")
}
