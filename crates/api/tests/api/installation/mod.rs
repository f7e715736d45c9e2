//! B35: whether the application's code is on a client's web site, and works there.

mod check_installation;
mod findings;
mod jobs;
mod limits;
mod note_call;
mod read_installation;

use crate::support::{ClientUser, World, key};
use gangway::installation::write_calls;
use gangway_api_client::Client;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{CheckInstallation, Installation, InstallationCheck};

/// The site of `texting::ready`'s client.
pub const SITE: &str = "www.client.example";

/// The code as the client is given it.
pub async fn code_of(user: &ClientUser) -> String {
    let application = user.api.read_application(user.client).await;
    application.expect("reads").code
}

/// Asks for a look at the site.
pub async fn ask(user: &ClientUser) -> InstallationCheck {
    let body = CheckInstallation::default();
    let asked = user
        .api
        .check_installation(user.client, &body, &key())
        .await;
    asked.expect("asks")
}

/// What is known.
pub async fn installation(user: &ClientUser) -> Installation {
    let read = user.api.read_installation(user.client).await;
    read.expect("reads")
}

/// Asks, lets the job run, and gives what was found.
pub async fn looked_at(world: &World, user: &ClientUser) -> InstallationCheck {
    ask(user).await;
    world.run_jobs().await;
    installation(user).await.check.expect("a check")
}

/// A visitor's browser on a page of this origin asks for the application, and that is written down.
pub async fn call_from(world: &World, api: &Client, client: ClientId, origin: &str) -> u16 {
    let application = api.read_application(client).await.expect("reads");
    let key = application.application_key;
    let url = format!("{}/public/v1/widgets/{key}", world.base());
    let request = world.http().get(url).header("origin", origin);
    let status = request.send().await.expect("answers").status().as_u16();
    write_calls(world.context()).await;
    status
}
