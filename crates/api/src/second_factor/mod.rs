//! The second factor: codes of an authenticator app, recovery codes, and signing in with them.

mod check;
mod confirm_second_factor;
mod message;
mod read_second_factor;
mod renew_recovery_codes;
mod reset_by_operator;
mod set_up_second_factor;
mod sign_in_with_code;
mod store;
mod switch_off_second_factor;
mod totp;

pub use check::{Proof, count_try};
pub use message::{off_message, on_message, recovery_code_used_message};
pub use reset_by_operator::reset_by_operator;
pub use sign_in_with_code::ask_for_code;
pub use store::{is_on, owners_among};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_second_factor::read_second_factor)
        .service(set_up_second_factor::set_up_second_factor)
        .service(confirm_second_factor::confirm_second_factor)
        .service(switch_off_second_factor::switch_off_second_factor)
        .service(renew_recovery_codes::renew_recovery_codes)
        .service(sign_in_with_code::sign_in_with_code);
}
