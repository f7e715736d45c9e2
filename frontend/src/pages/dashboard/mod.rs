//! A client's own pages.

mod application;
mod differences;
mod home;
mod invite_dialog;
mod overview;
mod settings;
mod user_row;
mod users;

pub use application::BehaviorsAndStyles;
pub use home::ClientHome;
pub use settings::CompanySettings;
pub use users::ClientUsers;

use crate::session::Session;
use gangway_domain::ids::ClientId;
use leptos::prelude::untrack;

/// The client one acts at.
pub fn client(session: Session) -> Option<ClientId> {
    untrack(|| session.place())?.client.map(|client| client.id)
}
