//! Phone numbers that clients text from, and the texts.
//!
//! A number is ordered by a person and bought by a job, exactly once.
//! An order goes from `searching` to `assigned`, by way of `try_again_later` when the provider has
//! trouble. The number wanted is written down before it is bought, and carries the order's id at the
//! provider: whatever is lost on the way, the next run finds what was bought.

mod assign;
mod buy;
mod catch_up;
mod choose;
mod conversations;
mod countries;
mod give_back;
mod hooks;
mod messages;
mod order_sms_number;
mod read_sms_number;
mod show;
mod store;
mod trouble;

pub use buy::buy;
pub use catch_up::{catch_up, schedule_catching_up};
pub use give_back::give_back;
pub use hooks::{hook, schedule_hooks};
pub use messages::{Purpose, hand_over, look_up, queue_automatic, receive_from_widget};
pub use order_sms_number::order;
pub use store::{number, state_str};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_sms_number::read_sms_number)
        .service(order_sms_number::order_sms_number);
    conversations::routes(cfg);
    messages::routes(cfg);
    hooks::routes(cfg);
}
