//! Outgoing mails: queued in the transaction that causes them, handed to the mail server by a job.

mod compose;
mod hand_over;
mod read_mail;
mod send_test_email;
mod store;

pub use compose::contact;
pub use hand_over::hand_over;
pub use store::{queue, reopen, states};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(send_test_email::send_test_email)
        .service(read_mail::read_mail);
}
