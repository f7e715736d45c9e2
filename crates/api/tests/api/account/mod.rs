//! A person's own account.

mod change_email;
mod change_password;
mod reauthenticate;

use crate::support::World;
use gangway_api_client::{Client, Failure};
use gangway_domain::wire::Reauthenticate;

impl World {
    /// Long enough for a proof of who one is to be old.
    pub fn later(&self) {
        self.advance(chrono::Duration::minutes(10));
    }
}

/// Proves who one is again.
pub async fn prove(api: &Client, password: &str, code: Option<&str>) -> Result<(), Failure> {
    let body = Reauthenticate {
        password: password.to_owned(),
        code: code.map(str::to_owned),
    };
    api.reauthenticate(&body).await
}
