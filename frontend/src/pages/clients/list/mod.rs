//! The list of clients: searched, narrowed down, ordered, and several deleted at once.

mod chooser;
mod columns;
mod deletion;
mod empty;
mod export;
mod filters;
mod head;
mod list_page;
mod row;
mod selection;
mod test_client;

pub use list_page::Clients;
