//! A person's own account: proving who one is again, a new password, a new email.

mod change_email;
mod change_password;
mod confirm_email;
mod email_changes;
mod own_words;
mod reauthenticate;

pub use confirm_email::changed_message;
pub use email_changes::confirm_message;
pub use own_words::own_words;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(reauthenticate::reauthenticate)
        .service(change_password::change_password)
        .service(change_email::change_email)
        .service(confirm_email::confirm_email);
}
