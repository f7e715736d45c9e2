//! What a client sets about texting: the words customers agree to, quiet hours, links, quick replies,
//! and the proof of consent.

mod consents;
mod end_consent;
mod page;
mod quick_replies;
mod quick_reply;
mod readiness;
mod settings_form;
mod wording_form;

pub use page::TextingSettings;
