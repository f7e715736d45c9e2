//! Fields of a partner's own: what it wants to know of its clients besides.

mod create_custom_field;
mod order_custom_fields;
mod read_custom_fields;
mod show;
mod store;
mod update_custom_field;

pub use show::shown;
pub use store::all as fields;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(read_custom_fields::read_custom_fields)
        .service(create_custom_field::create_custom_field)
        .service(order_custom_fields::order_custom_fields)
        .service(read_custom_fields::read_custom_field)
        .service(update_custom_field::update_custom_field);
}
