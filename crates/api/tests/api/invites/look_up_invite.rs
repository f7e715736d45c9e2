use super::{accepting, invited};
use crate::support::{World, key, refused};
use chrono::Duration;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::{InviteKind, InviteUser, LinkState, Token};

#[tokio::test]
async fn in_04_pages_and_look_ups_opened_five_times_change_nothing_and_the_link_still_works() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let before = world.tables().await;
    for _ in 0..5 {
        for page in [
            "/invite",
            "/join",
            "/public/v1/invites/look-up",
            "/public/v1/invites/accept",
        ] {
            for path in [page.to_owned(), format!("{page}?token={}", token.token)] {
                let url = format!("{}{path}", world.base());
                world.http().get(&url).send().await.expect("answers");
                world.http().head(&url).send().await.expect("answers");
            }
        }
        let link = world.client().look_up_invite(&token).await.expect("opens");
        assert_eq!(link.state, LinkState::Open);
    }
    assert_eq!(world.tables().await, before);
    world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
}

#[tokio::test]
async fn in_04_using_is_a_post_of_the_form_and_nothing_else() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let url = format!("{}/public/v1/invites/accept", world.base());
    let body = serde_json::to_string(&accepting(&token)).expect("JSON");
    for method in [
        reqwest::Method::GET,
        reqwest::Method::PUT,
        reqwest::Method::DELETE,
    ] {
        let request = world
            .http()
            .request(method.clone(), &url)
            .body(body.clone());
        let answer = request
            .header("content-type", "application/json")
            .send()
            .await;
        assert_eq!(answer.expect("answers").status(), 405, "{method}");
    }
    assert_eq!(world.events("invite.accepted").await, 0);
}

#[tokio::test]
async fn a_link_that_works_says_what_it_is_for_and_whom_to_ask() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let link = world.client().look_up_invite(&token).await.expect("opens");
    assert_eq!(
        (link.kind, link.state),
        (InviteKind::ClientSetup, LinkState::Open)
    );
    assert_eq!(link.role, Role::Client(ClientRole::CompanyAdministrator));
    assert!(!link.has_account);
    let body = InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: "ned@harbor.example".to_owned(),
        role: "sales_rep".to_owned(),
    };
    owner.api.invite_user(&body, &key()).await.expect("invites");
    let token = crate::support::token_of(&world.mail_to("ned@harbor.example").await);
    let link = world
        .client()
        .look_up_invite(&Token { token })
        .await
        .expect("opens");
    assert_eq!(
        (link.kind, link.role),
        (InviteKind::Staff, Role::Staff(StaffRole::SalesRep))
    );
    assert_eq!(
        (link.first_name.as_deref(), link.last_name.as_deref()),
        (Some("Ned"), Some("New"))
    );
}

#[tokio::test]
async fn in_03_a_link_works_until_the_second_it_expires_and_then_does_not_say_who_invited() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    let left = invite.expires_at - world.context().now();
    world.advance(left - Duration::seconds(1));
    let link = world.client().look_up_invite(&token).await.expect("opens");
    assert_eq!(link.state, LinkState::Open);
    world.advance(Duration::seconds(2));
    let link = world.client().look_up_invite(&token).await.expect("tells");
    assert_eq!(link.state, LinkState::Expired);
    let text = serde_json::to_string(&link).expect("JSON");
    for known in ["jane", "Harbor", "Olive", "owner@"] {
        assert!(!text.contains(known), "{text}");
    }
}

#[tokio::test]
async fn every_token_that_was_never_made_gets_the_one_answer() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (invite, token) = invited(&world, &owner, "jane@client.example").await;
    let mut turned = token.token.clone().into_bytes();
    turned.reverse();
    let turned = String::from_utf8(turned).expect("ASCII");
    let mut seen = std::collections::BTreeSet::new();
    let texts = [
        "x".to_owned(),
        "A".repeat(43),
        "é".repeat(50),
        "x".repeat(5_000),
        invite.id.to_string(),
        turned,
    ];
    for text in texts {
        let problem = refused(
            world.client().look_up_invite(&Token { token: text }).await,
            ProblemCode::NotFound,
        );
        seen.insert((problem.title, problem.detail));
    }
    assert_eq!(seen.len(), 1);
    let answer = world.client().look_up_invite(&Token::default()).await;
    crate::support::refused_field(answer, "/token", "required");
}

#[tokio::test]
async fn a_token_of_one_purpose_opens_nothing_of_another() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    refused(
        world.client().look_up_partner_link(&token).await,
        ProblemCode::NotFound,
    );
    refused(
        world.client().look_up_handover(&token).await,
        ProblemCode::NotFound,
    );
    refused(
        world.client().look_up_sign_up(&token).await,
        ProblemCode::NotFound,
    );
}

#[tokio::test]
async fn a_look_up_takes_nothing_but_the_token() {
    let world = World::start().await;
    let body = serde_json::json!({"token": "x", "client_id": "y"});
    let call = Call::post("look_up_invite", "/public/v1/invites/look-up").json(&body);
    refused(world.client().send(call).await, ProblemCode::UnreadableBody);
    let call = Call::post("look_up_invite", "/public/v1/invites/look-up").text("{");
    refused(world.client().send(call).await, ProblemCode::UnreadableBody);
}
