//! Clients of a partner: listing, creating by hand, reading, changing their company settings. Which
//! of them a caller sees is decided in [`visible`] alone.

mod application_key;
mod begin;
mod brief;
mod company;
mod create_client;
mod list_clients;
mod logo;
mod read_client;
mod show;
mod store;
mod update_client;
mod visible;

pub use begin::begin;
pub use brief::{brief, briefs};
pub use company::Company;
pub use create_client::create;
pub use show::show_one;
pub use store::{Written, load, of_application, write_company};
pub use visible::{require, visible};

use utoipa_actix_web::service_config::ServiceConfig;

/// The routes of this capability.
pub fn routes(cfg: &mut ServiceConfig<'_>) {
    cfg.service(list_clients::list_clients)
        .service(create_client::create_client)
        .service(read_client::read_client)
        .service(update_client::update_client)
        .configure(logo::routes);
}
