//! Texts a client has prepared for answers.

mod change_quick_reply;
mod create_quick_reply;
mod delete_quick_reply;
mod list_quick_replies;
mod store;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_quick_replies::list_quick_replies)
        .service(create_quick_reply::create_quick_reply)
        .service(list_quick_replies::read_quick_reply)
        .service(change_quick_reply::change_quick_reply)
        .service(delete_quick_reply::delete_quick_reply);
}
