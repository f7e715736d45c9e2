//! Fields of a partner's own: what it wants to know of its clients besides.

mod create_custom_field;
mod list_custom_fields;
mod order_custom_fields;
mod show;
mod store;
mod update_custom_field;

pub use show::shown;
pub use store::all as fields;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_custom_fields::list_custom_fields)
        .service(create_custom_field::create_custom_field)
        .service(order_custom_fields::order_custom_fields)
        .service(list_custom_fields::read_custom_field)
        .service(update_custom_field::update_custom_field);
}
