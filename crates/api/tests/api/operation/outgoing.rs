//! H3, H4: what goes out goes where the settings say, through one place that notes it.

use crate::support::{World, company_info, key};
use gangway_domain::wire::SmsNumberState;
use gangway_sandbox::{Fault, FaultKind, Options, Sandbox};
use std::collections::BTreeSet;
use std::sync::Arc;

#[tokio::test]
async fn h3_outgoing_calls_go_to_the_configured_provider_and_nowhere_else() {
    let provider = Sandbox::start(Options::default()).expect("a sandbox");
    let base = format!("http://localhost:{}", provider.http_addr().port());
    let account = Options::default();
    let world = World::start_with(&[
        ("GANGWAY_TWILIO_BASE_URL", &base),
        ("GANGWAY_TWILIO_ACCOUNT_SID", &account.account_sid),
        ("GANGWAY_TWILIO_AUTH_TOKEN", &account.auth_token),
    ])
    .await;
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    user.api
        .submit_company_info(user.client, &company_info("Client"), &key())
        .await
        .expect("submits");
    assert_eq!(
        world.attempts().list(),
        [],
        "a web site that is typed in is not called"
    );
    user.api
        .order_sms_number(user.client, &key())
        .await
        .expect("orders");
    world.run_jobs().await;
    let attempts = world.attempts().list();
    assert!(!attempts.is_empty() && attempts.iter().all(|attempt| attempt.allowed));
    let hosts: BTreeSet<&str> = attempts
        .iter()
        .map(|attempt| attempt.host.as_str())
        .collect();
    assert_eq!(hosts, BTreeSet::from(["localhost"]));
    assert_eq!(provider.twilio().numbers().len(), 1);
}

#[tokio::test]
async fn h4_providers_are_addresses_in_the_settings_and_faults_can_be_scripted() {
    let elsewhere = Arc::new(Sandbox::start(Options::default()).expect("a sandbox"));
    let world = World::start_beside(&elsewhere).await;
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    assert_eq!(
        elsewhere.mailbox().to("jane@client.example").len(),
        1,
        "mail goes there"
    );
    user.api
        .submit_company_info(user.client, &company_info("Client"), &key())
        .await
        .expect("submits");
    // It does it and never answers.
    elsewhere
        .twilio()
        .fault(Fault::times(1, FaultKind::DropAfterEffect).on("POST", "IncomingPhoneNumbers"));
    user.api
        .order_sms_number(user.client, &key())
        .await
        .expect("orders");
    world.run_jobs().await;
    assert_eq!(elsewhere.twilio().numbers().len(), 1, "and so do calls");
    world.advance(chrono::Duration::minutes(5));
    world.run_jobs().await;
    let number = user.api.read_sms_number(user.client).await.expect("reads");
    assert_eq!(number.state, SmsNumberState::Assigned);
    assert_eq!(
        elsewhere.twilio().numbers().len(),
        1,
        "bought once all the same"
    );
}
