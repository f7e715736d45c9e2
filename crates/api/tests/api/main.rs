//! The API, as its clients see it. Every test runs on SQLite and, with `GANGWAY_TEST_POSTGRES`, on
//! PostgreSQL.

mod invites;
mod support;
