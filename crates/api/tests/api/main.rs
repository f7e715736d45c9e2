//! The API, as its clients see it. Every test runs on SQLite and, with `GANGWAY_TEST_POSTGRES`, on
//! PostgreSQL.

#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::print_stdout,
    reason = "every function here is part of a test"
)]

mod account;
mod api_keys;
mod application;
mod availability;
mod clients;
mod consent;
mod contract;
mod custom_fields;
mod database;
mod events;
mod first_set_up;
mod hardening;
mod imports;
mod installation;
mod invites;
mod jobs;
mod limits;
mod logo;
mod mails;
mod onboarding;
mod operation;
mod outgoing;
mod partners;
mod second_factor;
mod secrets;
mod serving;
mod sign_in;
mod stream;
mod support;
mod team;
mod tech_groups;
mod tenancy;
mod texting;
#[cfg(feature = "failpoints")]
mod torture;
