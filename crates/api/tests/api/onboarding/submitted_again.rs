//! Company Info sent twice.

use crate::support::{World, company_info, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wizard::Step;

#[tokio::test]
async fn in_17_submitting_twice_or_in_two_tabs_is_one_event() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let before = world.events("onboarding.step_completed").await;
    let info = company_info("Acme");
    let (one, two) = (key(), key());
    let (a, b) = tokio::join!(
        jane.api.submit_company_info(jane.client, &info, &one),
        jane.api.submit_company_info(jane.client, &info, &two),
    );
    assert_eq!(a.expect("submits").steps, b.expect("submits").steps);
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("is content");
    assert_eq!(world.events("onboarding.step_completed").await, before + 1);
    assert_eq!(world.events("client.changed").await, 0);
}

#[tokio::test]
async fn the_same_request_again_is_answered_as_before() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let key = key();
    let path = "/api/v1/clients/{id}/onboarding/company-info";
    let call = Call::post("submit_company_info", path)
        .with(jane.client)
        .key(&key);
    let call = call.json(&company_info("Acme"));
    let first = jane.api.send(call.clone()).await.expect("submits");
    jane.api
        .skip_step(jane.client, Step::EnableSms)
        .await
        .expect("goes on");
    let again = jane.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(first.body, again.body);
    let other = jane
        .api
        .submit_company_info(jane.client, &company_info("Bee"), &key)
        .await;
    refused(other, ProblemCode::IdempotencyKeyReused);
}

#[tokio::test]
async fn a_name_that_another_client_of_the_partner_has_is_refused() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    let answer = ann
        .api
        .submit_company_info(ann.client, &company_info("ACME"), &key())
        .await;
    refused_field(answer, "/name", "duplicate_existing");
    let set_up = ann.api.read_onboarding(ann.client).await.expect("reads");
    assert_eq!(set_up.next, Some(Step::CompanyInfo));
}
