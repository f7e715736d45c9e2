//! The partner's clients.

mod client_page;
mod company_fields;
mod list;
mod new_client;
mod set_up_card;
mod status;
mod users_card;

pub use client_page::ClientPage;
pub use company_fields::CompanyFields;
pub use list::Clients;
pub use new_client::NewClient;
