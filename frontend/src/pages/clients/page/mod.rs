//! One client, as the staff sees it.

mod client_page;
mod contacts_card;
mod deletion;
mod details_card;
mod engineers_card;
mod gone;
mod history_card;
mod hours_card;
mod known;
mod logo_card;
mod properties_card;
mod set_up_card;
mod sites_card;
mod users_card;
mod values;

pub use client_page::ClientPage;
pub(super) use gone::Gone;
