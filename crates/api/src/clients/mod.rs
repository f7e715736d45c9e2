//! Clients of a partner: listing, creating by hand, reading, changing their company settings, deleting and
//! restoring; what is kept on them. Which of them a caller sees is decided in [`visible`] alone.

mod application_key;
mod begin;
mod brief;
mod choices;
mod company;
mod create_client;
mod delete_client;
mod delete_clients;
mod deletion;
mod engineers;
mod export;
mod filter;
mod headquarters;
mod list_clients;
mod logo;
mod order;
mod parts;
mod read_client;
pub mod records;
mod removal;
mod restore_client;
mod retention;
mod show;
mod store;
mod unchanged;
mod update_client;
mod visible;

pub use begin::begin;
pub use brief::{brief, briefs};
pub use company::Company;
pub use create_client::create;
pub use removal::remove;
pub use show::show_one;
pub use store::{Written, load, write_company};
pub use unchanged::{changed_among, delete_unchanged};
pub use visible::{require, visible};

use crate::contract::Operations;

/// The routes of this capability.
pub fn routes(cfg: &mut impl Operations) {
    // Before those with an id in their place.
    records::routes(cfg);
    cfg.service(choices::read_record_choices)
        .service(export::export_clients::export_clients)
        .service(delete_clients::delete_clients)
        .service(list_clients::list_clients)
        .service(create_client::create_client)
        .service(read_client::read_client)
        .service(update_client::update_client)
        .service(delete_client::delete_client)
        .service(restore_client::restore_client)
        .service(engineers::assign_engineer)
        .service(engineers::remove_engineer);
    logo::routes(cfg);
}
