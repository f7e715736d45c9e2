//! The application that a client places on its web site: its code, the link that shows the code to a
//! colleague, its look, and what visitors' browsers read and send.

mod code;
mod hand_over;
mod handover_mail;
mod look_up_handover;
mod origins;
mod read_application;
mod store;
mod style;
mod visitors;

pub use code::LOADER;
pub use handover_mail::handover_message;
pub use origins::of_website as allowed_origins;
pub use visitors::{RecentWidgets, flood_message, routes as visitor_routes};

use crate::contract::Operations;

/// The routes of this capability, but for those of visitors.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_application::read_application)
        .service(hand_over::hand_over_step)
        .service(look_up_handover::look_up_handover);
    style::routes(cfg);
}
