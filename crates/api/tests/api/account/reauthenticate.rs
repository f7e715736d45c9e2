use super::prove;
use crate::api_keys::of;
use crate::support::{World, key, password, refused, refused_field, token_of};
use gangway_api_client::{Client, Failure};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ChangeEmail, ChangePassword, ConfirmSecondFactor};

/// Everything that changes who gets in.
async fn each(api: &Client) -> Vec<(&'static str, Result<(), Failure>)> {
    let email = ChangeEmail {
        email: "new@harborit.example".to_owned(),
    };
    let password = ChangePassword {
        password: "seven quiet herons wade".to_owned(),
    };
    let code = ConfirmSecondFactor {
        code: "123456".to_owned(),
    };
    vec![
        (
            "key",
            api.make_api_key(&of(&["clients:read"]), &key())
                .await
                .map(drop),
        ),
        ("email", api.change_email(&email).await.map(drop)),
        ("set up", api.set_up_second_factor().await.map(drop)),
        ("confirm", api.confirm_second_factor(&code).await.map(drop)),
        ("codes", api.renew_recovery_codes().await.map(drop)),
        ("switch off", api.switch_off_second_factor().await),
        ("password", api.change_password(&password).await),
    ]
}

#[tokio::test]
async fn au_07_what_changes_who_gets_in_needs_a_proof_of_the_last_ten_minutes() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.later();
    owner.api.read_me().await.expect("is signed in");
    let before = world.tables().await;
    for (what, answer) in each(&owner.api).await {
        let problem = refused(answer, ProblemCode::ReauthRequired);
        assert_eq!(
            (problem.status, problem.kind.as_str()),
            (403, "/problems/reauth_required"),
            "{what}"
        );
    }
    assert_eq!(world.tables().await, before, "nothing was changed");

    prove(&owner.api, &password(), None).await.expect("proves");
    assert_eq!(world.events("session.proven").await, 1);
    for (what, answer) in each(&owner.api).await {
        let stopped = answer.is_err_and(|failure| failure.is(ProblemCode::ReauthRequired));
        assert!(!stopped, "{what}");
    }
}

#[tokio::test]
async fn au_07_the_ten_minutes_end_to_the_second_and_belong_to_one_session() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.sign_in(&owner.email).await.expect("signs in");
    world.advance(chrono::Duration::seconds(540));
    prove(&owner.api, &password(), None).await.expect("proves");
    world.advance(chrono::Duration::seconds(590));
    owner
        .api
        .set_up_second_factor()
        .await
        .expect("still recent");
    refused(
        other.api.set_up_second_factor().await,
        ProblemCode::ReauthRequired,
    );
    world.advance(chrono::Duration::seconds(11));
    refused(
        owner.api.set_up_second_factor().await,
        ProblemCode::ReauthRequired,
    );
}

#[tokio::test]
async fn au_07_a_refresh_is_no_proof() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.later();
    let refresh = gangway_domain::wire::RefreshSession::default();
    owner
        .api
        .refresh_session(&refresh)
        .await
        .expect("refreshes");
    refused(
        owner.api.set_up_second_factor().await,
        ProblemCode::ReauthRequired,
    );
}

#[tokio::test]
async fn au_07_a_proof_takes_the_password_and_the_code_where_it_is_on() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    world.later();
    let right = password();
    refused_field(
        prove(&owner.api, "another password", Some(&app.codes[0])).await,
        "/password",
        "wrong_password",
    );
    refused_field(prove(&owner.api, &right, None).await, "/code", "required");
    refused_field(
        prove(&owner.api, &right, Some("000000")).await,
        "/code",
        "wrong_code",
    );
    refused(
        owner.api.switch_off_second_factor().await,
        ProblemCode::ReauthRequired,
    );
    prove(&owner.api, &right, Some(&app.codes[0]))
        .await
        .expect("proves");
    owner
        .api
        .switch_off_second_factor()
        .await
        .expect("switches off");
}

#[tokio::test]
async fn au_07_guessing_the_password_in_an_open_browser_is_slowed_as_at_the_door() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut answers = Vec::new();
    for _ in 0..11 {
        answers.push(prove(&owner.api, "another password", None).await);
    }
    refused(
        answers.pop().expect("an answer"),
        ProblemCode::TooManyRequests,
    );
}

#[tokio::test]
async fn au_07_a_session_that_follows_another_one_proves_nothing_anew() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Pier IT").await;
    let body = gangway_domain::wire::SendInvite {
        email: owner.email.clone(),
    };
    other.api.send_invite(&body, &key()).await.expect("invites");
    let token = token_of(&world.mail_to(&owner.email).await);
    world.later();
    let body = gangway_domain::wire::Token { token };
    owner.api.accept_invite_as_me(&body).await.expect("accepts");
    refused(
        owner.api.set_up_second_factor().await,
        ProblemCode::ReauthRequired,
    );
}
