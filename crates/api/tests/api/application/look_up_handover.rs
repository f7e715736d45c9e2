use crate::support::{ClientUser, World, key, refused};
use crate::texting::ready;
use chrono::{DateTime, Duration, Utc};
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{HandOver, Token};

async fn handed_over(jane: &ClientUser) -> (Token, DateTime<Utc>) {
    let body = HandOver { email: None };
    let handed = jane
        .api
        .hand_over_step(jane.client, &body, &key())
        .await
        .expect("hands over");
    let token = handed.url.split_once('#').expect("a token").1.to_owned();
    (Token { token }, handed.expires_at)
}

#[tokio::test]
async fn b34_the_link_shows_the_code_of_its_own_client_and_nothing_else() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let (token, _) = handed_over(&jane).await;
    let call = Call::post("look_up_handover", "/public/v1/handovers/look-up").json(&token);
    let answer = world.client().send(call).await.expect("opens");
    let page: serde_json::Value = serde_json::from_slice(&answer.body).expect("JSON");
    let mut fields: Vec<&String> = page.as_object().expect("an object").keys().collect();
    fields.sort();
    assert_eq!(fields, ["client_name", "code", "contact", "website"]);
    assert_eq!(page["client_name"], "Acme");
    let own = jane.api.read_application(jane.client).await.expect("reads");
    assert_eq!(page["code"], own.code.as_str());

    let as_session = world.client();
    as_session.use_access_token(token.token.clone());
    refused(
        as_session.list_clients(List::default()).await,
        ProblemCode::NotSignedIn,
    );
    refused(
        as_session.read_application(jane.client).await,
        ProblemCode::NotSignedIn,
    );
    refused(
        world.client().look_up_invite(&token).await,
        ProblemCode::NotFound,
    );
    for field in ["client_id", "step"] {
        let body = serde_json::json!({"token": token.token, field: jane.client});
        let call = Call::post("look_up_handover", "/public/v1/handovers/look-up").json(&body);
        refused(world.client().send(call).await, ProblemCode::UnreadableBody);
    }
}

#[tokio::test]
async fn in_03_a_handed_over_link_works_until_the_second_it_expires() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let (token, expires_at) = handed_over(&jane).await;
    world.advance(expires_at - world.context().now() - Duration::seconds(1));
    world
        .client()
        .look_up_handover(&token)
        .await
        .expect("a second before");
    world.advance(Duration::seconds(2));
    let problem = refused(
        world.client().look_up_handover(&token).await,
        ProblemCode::LinkExpired,
    );
    assert_eq!(problem.status, 410);
    assert!(!problem.detail.contains("Acme"), "{}", problem.detail);
}

#[tokio::test]
async fn in_04_looking_changes_nothing() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let (token, _) = handed_over(&jane).await;
    let before = world.tables().await;
    for _ in 0..5 {
        world
            .client()
            .look_up_handover(&token)
            .await
            .expect("opens");
        let page = format!("{}/handover", world.base());
        world.http().get(&page).send().await.expect("answers");
        world.http().head(&page).send().await.expect("answers");
    }
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn a_token_that_was_never_made_is_not_known() {
    let world = World::start().await;
    let unknown = Token {
        token: "A".repeat(43),
    };
    refused(
        world.client().look_up_handover(&unknown).await,
        ProblemCode::NotFound,
    );
}
