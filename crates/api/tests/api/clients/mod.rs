//! Clients and their company settings.

mod create_client;
mod created_once;
mod deleted;
mod edited_at_once;
mod engineers;
mod list_clients;
mod list_in_order;
mod read_client;
mod records;
#[cfg(feature = "failpoints")]
mod removal;
mod update_client;

pub use records::{change, new_record, written};

use crate::support::company_info;
use gangway_domain::wire::{CreateClient, NewAdministrator};

/// A client by hand, with Ada as its administrator.
pub fn by_hand(name: &str, email: &str) -> CreateClient {
    CreateClient {
        company: company_info(name),
        administrator: NewAdministrator {
            first_name: "Ada".to_owned(),
            last_name: "Min".to_owned(),
            email: email.to_owned(),
        },
    }
}
