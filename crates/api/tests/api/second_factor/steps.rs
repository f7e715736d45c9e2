use super::with_code;
use crate::support::{World, app_code, key, password, refused, token_of};
use chrono::Duration;
use gangway_api_client::Opened;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ConfirmPasswordReset, ConfirmSignUp, RequestPasswordReset, SignIn};

const OWNER: &str = "owner@harborit.example";

#[tokio::test]
async fn au_08_the_first_step_opens_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.second_factor_of(&owner.api).await;
    let sessions = world.rows("sessions").await;
    let api = world.client();
    let body = SignIn {
        email: OWNER.to_owned(),
        password: password(),
    };
    let Opened::CodeNeeded(needed) = api.sign_in(&body).await.expect("answers") else {
        panic!("signed in without a code");
    };
    assert_eq!(needed.expires_in_seconds, 300);
    assert_eq!(api.cookies(), None, "no refresh token, no known device");
    assert_eq!(world.rows("sessions").await, sessions);
    api.use_access_token(&needed.challenge);
    refused(api.read_me().await, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn au_08_a_challenge_is_made_by_us_for_five_minutes_and_one_password() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Pier IT").await;
    let app = world.second_factor_of(&owner.api).await;
    let theirs = world.second_factor_of(&other.api).await;
    let real = world.challenge(OWNER).await;
    let foreign = world.challenge(&other.email).await;
    let parts: Vec<&str> = real.split('.').collect();
    let id = foreign.split('.').next().expect("an id");
    let later = parts[1].parse::<i64>().expect("a time") + 3_600;
    for forged in [
        format!("{id}.{}.{}", parts[1], parts[2]),
        format!("{}.{later}.{}", parts[0], parts[2]),
        format!(
            "{}.{}.{}",
            parts[0],
            parts[1],
            foreign.rsplit('.').next().expect("a tag")
        ),
        format!("{real}.x"),
        format!("{}.{}.", parts[0], parts[1]),
        "x".to_owned(),
    ] {
        let answer = with_code(&world.client(), &forged, &app.codes[0]).await;
        refused(answer, ProblemCode::SignInAgain);
    }
    world.advance(Duration::minutes(5));
    let late = with_code(&world.client(), &real, &app.codes[0]).await;
    refused(late, ProblemCode::SignInAgain);

    let before_change = world.challenge(&other.email).await;
    new_password(&world, &other.email).await;
    let void = with_code(&world.client(), &before_change, &theirs.codes[0]).await;
    refused(void, ProblemCode::SignInAgain);
    world
        .sign_in_by(OWNER, &app.codes[0])
        .await
        .expect("signs in");
}

/// By a mailed link; to the same one, which another salt makes another hash of.
async fn new_password(world: &World, email: &str) {
    let body = RequestPasswordReset {
        email: email.to_owned(),
    };
    let asked = world.client().request_password_reset(&body, &key()).await;
    asked.expect("asks");
    let body = ConfirmPasswordReset {
        token: token_of(&world.mail_to(email).await),
        password: password(),
    };
    world
        .client()
        .confirm_password_reset(&body)
        .await
        .expect("sets");
}

#[tokio::test]
async fn au_08_a_new_password_does_not_switch_it_off() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    new_password(&world, OWNER).await;
    world.advance(Duration::minutes(1));
    let code = app_code(&app.secret, world.context().now());
    world
        .sign_in_by(OWNER, &code)
        .await
        .expect("with a code as before");
}

#[tokio::test]
async fn au_08_a_second_company_does_not_let_one_in_without_a_code() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    world.run_jobs().await;
    let sign_up = crate::sign_in::sign_up_of("Second IT", OWNER);
    world
        .client()
        .sign_up(&sign_up, &key())
        .await
        .expect("signs up");
    let body = ConfirmSignUp {
        token: token_of(&world.mail_to(OWNER).await),
        password: password(),
    };
    let api = world.client();
    let Opened::CodeNeeded(needed) = api.confirm_sign_up(&body, &key()).await.expect("confirms")
    else {
        panic!("signed in without a code");
    };
    assert_eq!(api.cookies(), None);
    let session = with_code(&api, &needed.challenge, &app.codes[0])
        .await
        .expect("signs in");
    let place = session.me.place().expect("a place");
    assert_eq!(place.partner.name, "Second IT");
}
