//! Invitations.

mod send_invite;
