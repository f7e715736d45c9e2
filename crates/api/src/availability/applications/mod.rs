//! What visitors of a client's web site are offered.

mod read_widget_application;
mod save_widget_application;
mod store;
mod wish;

pub use store::of_client;

use crate::contract::Operations;

pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_widget_application::read_widget_application)
        .service(save_widget_application::save_widget_application);
}
