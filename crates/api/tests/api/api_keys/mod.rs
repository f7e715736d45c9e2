//! Keys a partner's own programs sign in with.

mod idempotency;
mod in_address;
mod make_api_key;
mod reach;
mod requests;
mod revoke_api_key;
mod scopes;
mod stops_working;

use crate::support::{Staff, World, key};
use gangway_api_client::Client;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{ApiKey, MakeApiKey};

/// Every scope a key may have.
pub fn all_scopes() -> Vec<&'static str> {
    let open = Permission::ALL.iter().filter(|one| one.for_keys());
    open.map(|one| one.scope()).collect()
}

/// The body that makes a key.
pub fn of(scopes: &[&str]) -> MakeApiKey {
    MakeApiKey {
        name: "Nightly sync".to_owned(),
        scopes: scopes.iter().map(|scope| (*scope).to_owned()).collect(),
        expires_in_days: None,
    }
}

/// A new key of the partner's, with itself in it.
pub async fn made(by: &Staff, body: &MakeApiKey) -> (ApiKey, String) {
    let mut made = by.api.make_api_key(body, &key()).await.expect("makes");
    let text = made.key.take().expect("shown once");
    (made, text)
}

/// A program that signs in with a key.
pub fn program(world: &World, key: &str) -> Client {
    let api = world.client();
    api.use_access_token(key.to_owned());
    api
}
