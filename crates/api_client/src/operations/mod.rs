//! One file per capability, one method per operation.

mod account;
mod api_keys;
mod availability;
mod clients;
mod consent;
mod events;
mod imports;
mod installation;
mod invites;
mod logo;
mod mails;
mod onboarding;
mod partners;
mod records;
mod session;
mod texting;
mod users;
mod widget;
