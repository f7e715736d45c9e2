use crate::support::{World, key, refused, refused_field, token_of};
use crate::texting::ready;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::HandOver;
use serde_json::json;

fn to(email: &str) -> HandOver {
    HandOver {
        email: Some(email.to_owned()),
    }
}

#[tokio::test]
async fn b34_the_application_code_is_handed_to_the_web_developer_by_mail() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let body = to("dev@web.example");
    let handed = jane
        .api
        .hand_over_step(jane.client, &body, &key())
        .await
        .expect("hands over");
    assert_eq!(handed.email.as_deref(), Some("dev@web.example"));
    assert!(
        handed.url.starts_with("http://localhost:8080/handover#"),
        "{}",
        handed.url
    );
    let mail = world.mail_to("dev@web.example").await;
    assert!(handed.url.ends_with(&token_of(&mail)));
    let text = mail.text.expect("text");
    assert!(
        text.contains("Casey Comer") && text.contains("Acme"),
        "{text}"
    );
    assert_eq!(world.events("handover.made").await, 1);
}

#[tokio::test]
async fn b34_without_an_address_the_link_is_only_answered() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let none = HandOver { email: None };
    let handed = jane
        .api
        .hand_over_step(jane.client, &none, &key())
        .await
        .expect("hands over");
    assert_eq!(handed.email, None);
    let mails = world.sandbox().mailbox().all().len();
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().all().len(), mails);
}

#[tokio::test]
async fn the_same_request_again_gives_the_same_link_and_no_second_mail() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let key = key();
    let call = Call::post("hand_over_step", "/api/v1/clients/{id}/handovers").with(jane.client);
    let call = call.json(&to("dev@web.example")).key(&key);
    let first = jane.api.send(call.clone()).await.expect("hands over");
    let again = jane.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, first.body), (again.status, again.body));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("dev@web.example").len(), 1);
    let other = jane
        .api
        .hand_over_step(jane.client, &to("eve@web.example"), &key)
        .await;
    refused(other, ProblemCode::IdempotencyKeyReused);
}

#[tokio::test]
async fn wrong_addresses_and_other_fields_are_refused() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let many = to("a@x.example, b@x.example");
    let answer = jane.api.hand_over_step(jane.client, &many, &key()).await;
    refused_field(answer, "/email", "one_address_only");
    for body in [
        json!({"step": "invite_team"}),
        json!({"email": null, "client_id": jane.client}),
    ] {
        let call = Call::post("hand_over_step", "/api/v1/clients/{id}/handovers").with(jane.client);
        refused(
            jane.api.send(call.json(&body).key(&key())).await,
            ProblemCode::UnreadableBody,
        );
    }
    assert_eq!(world.rows("handovers").await, 0);
}

#[tokio::test]
async fn an_earlier_step_another_client_and_those_who_only_read_are_refused() {
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
    let body = to("dev@web.example");
    let early = jane.api.hand_over_step(jane.client, &body, &key()).await;
    refused(early, ProblemCode::StepNotOpen);
    for api in [&ann.api, &other.api] {
        refused(
            api.hand_over_step(jane.client, &body, &key()).await,
            ProblemCode::NotFound,
        );
    }
    let answer = sales.api.hand_over_step(jane.client, &body, &key()).await;
    refused(answer, ProblemCode::Forbidden);
    let answer = world
        .client()
        .hand_over_step(jane.client, &body, &key())
        .await;
    refused(answer, ProblemCode::NotSignedIn);
    assert_eq!(world.run_jobs().await, 0);
}
