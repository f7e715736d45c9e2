//! Schedules of a client.

mod create_schedule;
mod delete_schedule;
mod facts;
mod list_schedules;
mod plan;
mod read_schedule;
mod show;
mod store;
mod update_schedule;

pub use store::{hours, of_client};

use crate::contract::Operations;

pub fn routes(cfg: &mut impl Operations) {
    cfg.service(list_schedules::list_schedules)
        .service(create_schedule::create_schedule)
        .service(read_schedule::read_schedule)
        .service(update_schedule::update_schedule)
        .service(delete_schedule::delete_schedule);
}
