//! Invitations.

mod accept_invite;
mod accept_invite_as_me;
mod accepted_once;
mod copy_invite_link;
mod corpus;
mod forged_invites;
mod inviters;
mod list_invites;
mod look_up_invite;
mod mark_invite_opened;
pub mod partner_links;
mod read_invite;
mod renew_invite;
mod resend_invite;
mod revoke_invite;
mod save_invite_draft;
mod send_invite;
mod tokens;
mod unclaimed;
mod who_sees_invites;

use crate::support::{Staff, World, key, password, token_of};
use gangway_domain::wire::{AcceptInvite, Invite, SendInvite, Token};

/// The body that invites an address.
pub fn to(email: &str) -> SendInvite {
    SendInvite {
        email: email.to_owned(),
    }
}

/// An invitation and the token in its mail.
pub async fn invited(world: &World, by: &Staff, email: &str) -> (Invite, Token) {
    let invite = by
        .api
        .send_invite(&to(email), &key())
        .await
        .expect("invites");
    let token = token_of(&world.mail_to(email).await);
    (invite, Token { token })
}

/// The form behind a link, filled in.
pub fn accepting(token: &Token) -> AcceptInvite {
    AcceptInvite {
        token: token.token.clone(),
        first_name: "Casey".to_owned(),
        last_name: "Comer".to_owned(),
        password: password(),
    }
}
