//! AU-09: the first partner, with the token from the console.

mod announced;
mod race;

use crate::support::{World, password};
use gangway_domain::wire::FirstSetUp;

impl World {
    /// An installation where nobody is yet and nobody may sign up.
    pub async fn start_empty() -> Self {
        Self::start_with(&[("GANGWAY_SIGN_UP", "closed")]).await
    }

    /// What makes the first partner.
    pub fn first_set_up(&self, email: &str) -> FirstSetUp {
        FirstSetUp {
            token: self.context().keys.first_set_up_token(),
            company_name: "Harbor IT".to_owned(),
            first_name: "Olive".to_owned(),
            last_name: "Owner".to_owned(),
            email: email.to_owned(),
            password: password(),
        }
    }
}
