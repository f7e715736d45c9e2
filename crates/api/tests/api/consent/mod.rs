//! Consent to be texted: the ledger, the words agreed to, settings, readiness, quick replies.

mod append_only;
mod download_consents;
mod end_consent;
mod ledger;
mod list_consents;
mod quick_replies;
mod texting_readiness;
mod texting_settings;
mod wording;

use crate::support::{ClientUser, Staff, World, company_info, key};
use gangway::consent::{Entry, Recorded, Standing, record, standing};
use gangway_domain::ids::PartnerId;
use gangway_domain::wire::{ConsentKind, ConsentSource};
use gangway_entities::client;

/// A number of a company's, and one of a customer's.
pub const COMPANY: &str = "+12025550100";
pub const CUSTOMER: &str = "+12025550143";

/// A partner's owner, and a client of theirs that has told its company info.
pub async fn ready(world: &World) -> (Staff, ClientUser) {
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    (owner, jane)
}

/// The same with a phone number, which it gives as well.
pub async fn with_number(world: &World) -> (Staff, ClientUser, String) {
    let (owner, jane) = ready(world).await;
    jane.api
        .order_sms_number(jane.client, &key())
        .await
        .expect("orders");
    world.run_jobs().await;
    let number = jane.api.read_sms_number(jane.client).await.expect("reads");
    (owner, jane, number.number.expect("a number"))
}

/// The partner of a client's user.
pub fn partner(user: &ClientUser) -> PartnerId {
    user.me.place().expect("a place").partner.id
}

/// The row of a client.
pub async fn row(world: &World, user: &ClientUser) -> client::Model {
    let db = world.context().db.reader();
    gangway::clients::load(db, partner(user), user.client)
        .await
        .expect("loads")
        .expect("is there")
}

/// An entry between the two numbers.
pub fn entry(user: &ClientUser, kind: ConsentKind, source: ConsentSource) -> Entry {
    Entry::new(
        (partner(user), user.client),
        COMPANY,
        CUSTOMER,
        kind,
        source,
    )
}

/// Records an entry in a transaction of its own.
pub async fn recorded(world: &World, entry: Entry) -> Recorded {
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    let recorded = record(ctx, &tx, entry).await.expect("records");
    tx.commit().await.expect("commits");
    recorded
}

/// What holds between two numbers.
pub async fn stands(world: &World, user: &ClientUser, company: &str, customer: &str) -> Standing {
    let db = world.context().db.reader();
    standing(db, partner(user), user.client, company, customer)
        .await
        .expect("reads")
}
