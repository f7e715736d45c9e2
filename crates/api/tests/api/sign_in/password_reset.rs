use super::refresh_cookie;
use crate::support::{World, key, password, refused, refused_field, token_of};
use chrono::Duration;
use gangway_api_client::Client;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ConfirmPasswordReset, RefreshSession, RequestPasswordReset, SignIn};

const NEW: &str = "quiet herons cross at dusk";

/// Asks for a link and gives its token.
async fn link(world: &World, email: &str) -> String {
    let body = RequestPasswordReset {
        email: email.to_owned(),
    };
    world
        .client()
        .request_password_reset(&body, &key())
        .await
        .expect("asks");
    token_of(&world.mail_to(email).await)
}

fn confirm(token: &str, password: &str) -> ConfirmPasswordReset {
    ConfirmPasswordReset {
        token: token.to_owned(),
        password: password.to_owned(),
    }
}

async fn signs_in(api: &Client, email: &str, password: &str) -> bool {
    let body = SignIn {
        email: email.to_owned(),
        password: password.to_owned(),
    };
    api.sign_in(&body).await.is_ok()
}

#[tokio::test]
async fn a_forgotten_password_is_set_anew_with_the_mailed_link() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = link(&world, &owner.email).await;
    world
        .client()
        .confirm_password_reset(&confirm(&token, NEW))
        .await
        .expect("sets it");
    assert!(
        !signs_in(&world.client(), &owner.email, &password()).await,
        "the old one is gone"
    );
    assert!(signs_in(&world.client(), &owner.email, NEW).await);
    let mail = world.mail_to(&owner.email).await;
    assert_eq!(mail.subject, "Your password was changed");
    assert_eq!(world.events("person.password_changed").await, 1);
}

#[tokio::test]
async fn a_new_password_ends_every_session_of_the_person_and_nobody_elses() {
    let world = World::start().await;
    let desk = world.partner("Harbor IT").await;
    let phone = world.sign_in(&desk.email).await.expect("signs in");
    let other = world.partner("River IT").await;
    let cookie = refresh_cookie(&phone.api);
    let token = link(&world, &desk.email).await;
    world
        .client()
        .confirm_password_reset(&confirm(&token, NEW))
        .await
        .expect("sets it");
    for api in [&desk.api, &phone.api] {
        refused(api.read_me().await, ProblemCode::NotSignedIn);
    }
    let thief = world.client();
    thief.take_cookie(&cookie);
    let refresh = RefreshSession { place_id: None };
    refused(
        thief.refresh_session(&refresh).await,
        ProblemCode::NotSignedIn,
    );
    other.api.read_me().await.expect("still signed in");
}

#[tokio::test]
async fn only_the_newest_link_works() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let older = link(&world, &owner.email).await;
    let newer = link(&world, &owner.email).await;
    assert_ne!(older, newer);
    let api = world.client();
    refused(
        api.confirm_password_reset(&confirm(&older, NEW)).await,
        ProblemCode::LinkRevoked,
    );
    api.confirm_password_reset(&confirm(&newer, NEW))
        .await
        .expect("sets it");
    refused(
        api.confirm_password_reset(&confirm(&newer, NEW)).await,
        ProblemCode::LinkUsed,
    );
    assert!(signs_in(&api, &owner.email, NEW).await);
}

#[tokio::test]
async fn a_link_works_for_an_hour_and_once_however_often_it_is_pressed() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = link(&world, &owner.email).await;
    world.advance(Duration::minutes(60));
    let api = world.client();
    refused(
        api.confirm_password_reset(&confirm(&token, NEW)).await,
        ProblemCode::LinkExpired,
    );
    let token = link(&world, &owner.email).await;
    world.advance(Duration::minutes(59));
    let (one, other) = (
        confirm(&token, NEW),
        confirm(&token, "brass kettles sing at noon"),
    );
    let answers = tokio::join!(
        api.confirm_password_reset(&one),
        api.confirm_password_reset(&other)
    );
    assert!(answers.0.is_ok() != answers.1.is_ok(), "{answers:?}");
    let chosen = if answers.0.is_ok() {
        NEW
    } else {
        "brass kettles sing at noon"
    };
    assert!(signs_in(&api, &owner.email, chosen).await);
}

#[tokio::test]
async fn au_02_an_unknown_address_gets_the_same_answer_and_no_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let api = world.client();
    let ask = |email: &str| RequestPasswordReset {
        email: email.to_owned(),
    };
    let known = api
        .request_password_reset(&ask(&owner.email), &key())
        .await
        .expect("asks");
    let unknown = ask("nobody@nowhere.example");
    assert_eq!(
        api.request_password_reset(&unknown, &key())
            .await
            .expect("asks"),
        known
    );
    world.run_jobs().await;
    assert!(
        world
            .sandbox()
            .mailbox()
            .to("nobody@nowhere.example")
            .is_empty()
    );
    assert_eq!(world.sandbox().mailbox().all().len(), 1);
}

#[tokio::test]
async fn a_repeat_of_the_request_by_its_key_mails_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (api, key) = (world.client(), key());
    let body = RequestPasswordReset {
        email: owner.email.clone(),
    };
    let first = api.request_password_reset(&body, &key).await.expect("asks");
    assert_eq!(
        api.request_password_reset(&body, &key)
            .await
            .expect("asks again"),
        first
    );
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to(&owner.email).len(), 1);
}

#[tokio::test]
async fn what_is_wrong_is_told_and_leaves_the_link_good() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let api = world.client();
    let ask = RequestPasswordReset {
        email: "no address".to_owned(),
    };
    refused_field(
        api.request_password_reset(&ask, &key()).await,
        "/email",
        "invalid_email",
    );
    let token = link(&world, &owner.email).await;
    let short = api.confirm_password_reset(&confirm(&token, "short")).await;
    refused_field(short, "/password", "too_short");
    let own = api
        .confirm_password_reset(&confirm(&token, "Olive Owner Harbor IT"))
        .await;
    refused_field(own, "/password", "own_name");
    let forged = api.confirm_password_reset(&confirm("x", NEW)).await;
    refused(forged, ProblemCode::NotFound);
    api.confirm_password_reset(&confirm(&token, NEW))
        .await
        .expect("still good");
}
