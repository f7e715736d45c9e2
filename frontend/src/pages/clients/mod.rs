//! The partner's clients.

mod client_page;
mod list;
mod new_client;
mod set_up_card;
mod status;
mod users_card;

pub use client_page::ClientPage;
pub use list::Clients;
pub use new_client::NewClient;
pub use status::client_name;
