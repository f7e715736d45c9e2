//! The API, as its clients see it. Every test runs on SQLite and, with `GANGWAY_TEST_POSTGRES`, on
//! PostgreSQL.

mod application;
mod clients;
mod invites;
mod onboarding;
mod support;
mod team;
mod texting;
