//! Pages that links in mails open. Looking at them changes nothing.

mod as_me;
mod as_new;
mod dead_link;
mod handover;
mod invite;
mod join;
mod linked_page;
mod look_up;
mod sign_in_first;

pub use handover::HandoverPage;
pub use invite::InvitePage;
pub use join::JoinPage;
