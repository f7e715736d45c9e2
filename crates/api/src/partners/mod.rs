//! Partners: sign-up, settings, the checklist of what to set up first.

mod by_operator;
mod confirm_sign_up;
mod create_by_operator;
mod read_checklist;
mod read_partner;
mod sign_up;
mod store;
mod update_partner;

pub use by_operator::{Listed, SetSuspended, list as list_by_operator, resume, suspend};
pub use create_by_operator::{Created, NewPartner, create_by_operator};
pub use sign_up::sign_up_message;
pub use store::{clients_word, contact, create, email_checked, load};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(sign_up::sign_up)
        .service(confirm_sign_up::look_up_sign_up)
        .service(confirm_sign_up::confirm_sign_up)
        .service(read_partner::read_partner)
        .service(update_partner::update_partner)
        .service(read_checklist::read_checklist);
}
