//! Texts, in and out: kept, handed over at most once, and followed to the customer's phone.

mod hand_over;
mod look_up;
mod outcome;
mod queue;
mod receive;
mod resend_message;
mod rules;
mod send_message;
mod show;
mod store;
mod words;

pub use hand_over::hand_over;
pub use look_up::look_up;
pub use outcome::{Told, note, note_opt_out};
pub use queue::queue_automatic;
pub use receive::{FromPhone, receive_from_phone, receive_from_widget, sender, storable};
pub use rules::{Obstacle, Purpose, Rules};
pub use show::{names, show};
pub use store::{hold, hold_by_sid, known_sids};
pub use words::{direction_of, state_of};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(send_message::send_message)
        .service(resend_message::resend_message);
}
