//! One file per capability, one method per operation.

mod account;
mod api_keys;
mod clients;
mod consent;
mod events;
mod invites;
mod mails;
mod onboarding;
mod partners;
mod session;
mod texting;
mod users;
