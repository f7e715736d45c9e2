//! Invitations and the partner's shareable link.

mod actions;
mod follow;
mod list;
mod partner_link;
mod status;

pub use actions::InviteActions;
pub use follow::follow_mails;
pub use list::{Invites, invite_row};
pub use status::{invite_badge, mail_badge};
