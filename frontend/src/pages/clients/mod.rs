//! The partner's clients.

mod form;
mod imports;
mod list;
mod new_client;
mod page;
mod status;

pub use form::{EditClient, NewClientRecord};
pub use imports::{ImportPage, Imports, NewImport};
pub use list::Clients;
pub use new_client::NewClient;
pub use page::ClientPage;
pub use status::client_name;
