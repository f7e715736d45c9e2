//! Phone numbers: ordered, bought once, and what happens when the provider has trouble. Texts: in by signed
//! webhooks, out at most once, and what stands against them.

mod bought_once;
mod caught_up;
mod contract;
mod conversations;
mod database_away;
mod hooked;
mod keywords;
mod numbers;
mod order_sms_number;
mod provider_trouble;
mod read_sms_number;
mod receive_text;
mod send_message;
mod sent_once;
mod statuses;
pub mod talk;

use crate::support::{ClientUser, World, company_info, key};
use gangway_domain::wire::SmsNumber;

/// A client at the step Enable SMS.
pub async fn ready(world: &World) -> ClientUser {
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    jane
}

/// How far the client's number is.
pub async fn number(user: &ClientUser) -> SmsNumber {
    user.api.read_sms_number(user.client).await.expect("reads")
}

/// Asks for a number.
pub async fn order(user: &ClientUser) -> SmsNumber {
    user.api
        .order_sms_number(user.client, &key())
        .await
        .expect("orders")
}

/// Runs the jobs until a while has passed in which every retry had its turn.
pub async fn later(world: &World) {
    for _ in 0..6 {
        world.run_jobs().await;
        world.advance(chrono::Duration::seconds(60));
    }
}
