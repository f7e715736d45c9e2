#[path = "../api/mails/mod.rs"]
mod mails;
#[path = "../api/partners/mod.rs"]
mod partners;
#[path = "../api/serving/mod.rs"]
mod serving;
#[path = "../api/sign_in/mod.rs"]
mod sign_in;
#[path = "../api/support/mod.rs"]
mod support;
