//! The application that a client places on its web site: its code, the link that shows the code to a
//! colleague, and the settings that visitors' browsers read.

mod code;
mod hand_over;
mod handover_mail;
mod look_up_handover;
mod origins;
mod read_application;
mod read_widget;
mod store;

pub use code::LOADER;
pub use handover_mail::handover_message;
pub use origins::of_website as allowed_origins;

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this capability.
pub fn routes(cfg: &mut ServiceConfig<'_>) {
    cfg.service(read_application::read_application)
        .service(hand_over::hand_over_step)
        .service(look_up_handover::look_up_handover)
        .service(read_widget::read_widget)
        .service(read_widget::preflight_widget);
}
