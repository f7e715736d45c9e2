//! Signing in: sessions, their refresh, forgotten passwords, and who is signed in.

mod device_words;
mod end_session;
mod list_my_sessions;
mod open_sessions;
mod password_reset;
mod read_me;
mod refresh_session;
mod sessions;
#[expect(clippy::module_inception, reason = "the verb of the capability")]
mod sign_in;
mod sign_out;

pub use open_sessions::{end_others, note_use};
pub use password_reset::{
    changed_message, guessing_message, operator_link, reset_message, revoke_resets,
};
pub use refresh_session::ended_message;
pub use sessions::{carry_proof, choose_place, end_all, event, note_proof, open, show_me};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(sign_in::sign_in)
        .service(refresh_session::refresh_session)
        .service(sign_out::sign_out)
        .service(password_reset::request_password_reset)
        .service(password_reset::confirm_password_reset)
        .service(read_me::read_me)
        .service(list_my_sessions::list_my_sessions)
        .service(end_session::end_other_sessions)
        .service(end_session::end_session);
}
