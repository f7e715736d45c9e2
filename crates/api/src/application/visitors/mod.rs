//! What the browsers of visitors ask for, from pages of the company's own web site.

mod begin_visit;
mod flood;
mod keep_text;
mod own_page;
mod preflight;
mod read_widget;
mod recent;
mod send_text;
mod settings;
mod visit;

pub use flood::flood_message;
pub use recent::RecentWidgets;

use crate::contract::Operations;

/// The routes of visitors.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_widget::read_widget)
        .service(preflight::preflight_widget)
        .service(begin_visit::begin_visit)
        .service(preflight::preflight_visit)
        .service(send_text::send_visitor_text)
        .service(preflight::preflight_visitor_text);
}
