use super::{number, order, ready};
use crate::onboarding::state;
use crate::support::{World, company_info, key, refused};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::SmsNumberState;
use gangway_domain::wizard::{Step, StepState};

#[tokio::test]
async fn b14_a_number_is_assigned_without_asking_for_an_area_code() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let ordered = order(&jane).await;
    assert_eq!(
        (ordered.state, ordered.number),
        (SmsNumberState::Searching, None)
    );
    assert!(
        ordered
            .detail
            .is_some_and(|words| words.contains("a few seconds"))
    );
    world.run_jobs().await;
    let assigned = number(&jane).await;
    assert_eq!(
        (assigned.state, assigned.detail),
        (SmsNumberState::Assigned, None)
    );
    assert!(assigned.assigned_at.is_some());
    let bought = world.sandbox().twilio().numbers();
    assert_eq!(bought.len(), 1);
    assert_eq!(
        assigned.number.as_deref(),
        Some(bought[0].phone_number.as_str())
    );
    assert!(bought[0].texts);
    for seen in world.sandbox().twilio().requests() {
        let asked = seen
            .query
            .iter()
            .chain(&seen.form)
            .any(|(name, _)| name == "AreaCode");
        assert!(!asked, "{} {}", seen.method, seen.path);
    }
    let set_up = jane.api.read_onboarding(jane.client).await.expect("reads");
    assert_eq!(state(&set_up, Step::EnableSms), StepState::Done);
    let client = jane
        .api
        .read_client(jane.client)
        .await
        .expect("reads")
        .value;
    assert_eq!(client.sms_number, assigned.number);
    assert_eq!(world.events("sms_number.assigned").await, 1);
}

#[tokio::test]
async fn b17_twenty_orders_at_once_buy_one_number() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let clicks = (0..20).map(|_| {
        let (api, client) = (jane.api.clone(), jane.client);
        tokio::spawn(async move { api.order_sms_number(client, &key()).await.map(|_| ()) })
    });
    for click in clicks.collect::<Vec<_>>() {
        click.await.expect("runs").expect("orders");
    }
    super::later(&world).await;
    assert_eq!(number(&jane).await.state, SmsNumberState::Assigned);
    let twilio = world.sandbox().twilio();
    assert_eq!(twilio.numbers().len(), 1);
    assert_eq!(twilio.requests_to("POST", "IncomingPhoneNumbers").len(), 1);
    assert_eq!(world.events("sms_number.ordered").await, 1);
}

#[tokio::test]
async fn b17_an_order_after_the_number_is_there_changes_nothing() {
    let world = World::start().await;
    let jane = ready(&world).await;
    order(&jane).await;
    world.run_jobs().await;
    let first = number(&jane).await;
    assert_eq!(order(&jane).await, first);
    assert_eq!(world.run_jobs().await, 0);
    assert_eq!(world.sandbox().twilio().numbers().len(), 1);
}

#[tokio::test]
async fn b17_the_same_request_again_is_answered_as_before() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let path = "/api/v1/clients/{id}/sms-number";
    let call = Call::post("order_sms_number", path)
        .with(jane.client)
        .key(&key());
    let first = jane.api.send(call.clone()).await.expect("orders");
    assert_eq!(first.status, 202);
    let place = format!("/api/v1/clients/{}/sms-number", jane.client);
    assert_eq!(first.header("location"), Some(place.as_str()));
    world.run_jobs().await;
    let again = jane.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, first.body), (again.status, again.body));
    assert_eq!(world.sandbox().twilio().numbers().len(), 1);
}

#[tokio::test]
async fn two_clients_get_a_number_each() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    for (user, name) in [(&jane, "Acme"), (&ann, "Bee")] {
        let info = company_info(name);
        user.api
            .submit_company_info(user.client, &info, &key())
            .await
            .expect("submits");
        order(user).await;
    }
    world.run_jobs().await;
    let (one, two) = (number(&jane).await, number(&ann).await);
    assert_eq!(
        (one.state, two.state),
        (SmsNumberState::Assigned, SmsNumberState::Assigned)
    );
    assert_ne!(one.number, two.number);
}

#[tokio::test]
async fn company_info_comes_first() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let answer = jane.api.order_sms_number(jane.client, &key()).await;
    refused(answer, ProblemCode::StepNotOpen);
    assert_eq!(world.run_jobs().await, 0);
    assert!(world.sandbox().twilio().requests().is_empty());
}

#[tokio::test]
async fn another_client_and_those_who_only_read_order_none() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    let jane = world.client_of(&sales, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    for api in [&ann.api, &other.api] {
        refused(
            api.order_sms_number(jane.client, &key()).await,
            ProblemCode::NotFound,
        );
    }
    refused(
        sales.api.order_sms_number(jane.client, &key()).await,
        ProblemCode::Forbidden,
    );
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    refused(
        technician.api.order_sms_number(jane.client, &key()).await,
        ProblemCode::Forbidden,
    );
    let answer = world.client().order_sms_number(jane.client, &key()).await;
    refused(answer, ProblemCode::NotSignedIn);
    assert_eq!(number(&jane).await.state, SmsNumberState::None);
}
