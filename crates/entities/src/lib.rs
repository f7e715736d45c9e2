//! One file per table. Rows stay here and in the capabilities' `store` modules; what travels is a
//! type of `domain`.

pub mod api_key;
pub mod client;
pub mod consent;
pub mod consent_wording;
pub mod conversation;
pub mod data_key;
pub mod email_change;
pub mod event;
pub mod event_chain;
pub mod file;
pub mod first_set_up;
pub mod handover;
pub mod heartbeat;
pub mod idempotency_key;
pub mod installation_call;
pub mod installation_check;
pub mod invite;
pub mod job;
pub mod limit_bucket;
pub mod link;
pub mod mail;
pub mod message;
pub mod number_order;
pub mod onboarding;
pub mod partner;
pub mod partner_link;
pub mod password_reset;
pub mod person;
pub mod place;
pub mod quick_reply;
pub mod recovery_code;
pub mod schedule;
pub mod second_factor;
pub mod session;
pub mod sign_up;
pub mod texting_setting;
pub mod widget_application;
pub mod widget_style;

pub mod client_shown;
pub mod finders;
pub mod signed_in;
