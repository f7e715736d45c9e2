//! The API, as its clients see it. Every test runs on SQLite and, with `GANGWAY_TEST_POSTGRES`, on
//! PostgreSQL.

mod application;
mod clients;
mod contract;
mod database;
mod invites;
mod jobs;
mod mails;
mod onboarding;
mod operation;
mod partners;
mod serving;
mod sign_in;
mod support;
mod team;
mod tenancy;
mod texting;
