//! Invitations: to set a company up, to join a partner's staff, to join a client's team.
//!
//! Opening a link changes nothing; only the form's submit uses it, once. Resending kills the older
//! link. A staff invitation dies with its inviter's right to grant the role; a client's stays valid.

mod accept_invite;
mod copy_invite_link;
mod event;
mod link;
mod list_invites;
mod look_up_invite;
mod message;
mod read_invite;
mod resend_invite;
mod revoke_invite;
mod send_invite;
mod show;
mod store;

pub mod partner_links;

pub use accept_invite::accept_in_place;
use event::{by_caller, of_invite};
pub use message::message;
pub use send_invite::invite_administrator;
pub use store::{
    NewInvite, any, create, kind_str, newest_of_places, note_names, renew_expired_of_place,
    revoke_of_place,
};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_invites::list_invites)
        .service(send_invite::send_invite)
        .service(read_invite::read_invite)
        .service(resend_invite::resend_invite)
        .service(revoke_invite::revoke_invite)
        .service(copy_invite_link::copy_invite_link)
        .service(look_up_invite::look_up_invite)
        .service(look_up_invite::mark_invite_opened)
        .service(look_up_invite::save_invite_draft)
        .service(look_up_invite::renew_invite)
        .service(accept_invite::accept_invite)
        .service(accept_invite::accept_invite_as_me);
    partner_links::routes(cfg);
}
