//! What the provider brings: texts that come in, and how far those that went out are.
//!
//! Its requests carry a signature over our own address and every parameter. Whatever is wrong with one, it
//! is refused in the same words. What is taken is stored before it is answered, so that the provider comes
//! again where it was not; what comes again changes nothing.

mod address;
mod in_time;
mod note_status;
mod receive_text;
mod set_hooks;
mod signed;

pub use address::{status_address, text_address};
pub use set_hooks::{base, hook, schedule, schedule_hooks};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(receive_text::receive_text)
        .service(note_status::note_status);
}
