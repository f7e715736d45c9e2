//! Groups of a partner's staff that look after clients.

mod create_tech_group;
mod delete_tech_group;
mod list_tech_groups;
mod show;
mod store;
mod update_tech_group;

pub use store::briefs;

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_tech_groups::list_tech_groups)
        .service(create_tech_group::create_tech_group)
        .service(list_tech_groups::read_tech_group)
        .service(update_tech_group::update_tech_group)
        .service(delete_tech_group::delete_tech_group);
}
