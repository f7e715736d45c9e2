//! Clients as the list that can be imported.

pub(super) mod export_clients;
mod lines;
