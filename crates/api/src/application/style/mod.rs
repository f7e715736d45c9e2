//! How a client's application looks. Without a row it looks as it comes.

mod read_widget_style;
mod store;
mod update_widget_style;

pub(super) use store::{StyleRow, of_key};

use crate::contract::Operations;

/// The routes of the look.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_widget_style::read_widget_style)
        .service(update_widget_style::update_widget_style);
}
