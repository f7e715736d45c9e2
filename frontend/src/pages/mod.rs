//! Pages own state and calls; the same nouns as the API.

pub mod account;
pub mod activity;
pub mod api_keys;
pub mod application_code;
pub mod availability;
pub mod clients;
pub mod colleagues;
pub mod company;
pub mod custom_fields;
pub mod dashboard;
pub mod home;
pub mod hours;
pub mod installation;
pub mod invite_links;
pub mod invites;
pub mod look;
pub mod messages;
pub mod onboarding;
pub mod partners;
pub mod shell;
pub mod sign_in;
pub mod sms_number;
pub mod team;
pub mod tech_groups;
pub mod texting_settings;

mod not_found;

pub use not_found::{NotFound, NotHere};
