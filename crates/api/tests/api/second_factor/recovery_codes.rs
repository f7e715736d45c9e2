use crate::support::{World, app_code, refused_field};
use chrono::Duration;
use std::collections::HashSet;

const OWNER: &str = "owner@harborit.example";

#[tokio::test]
async fn au_08_a_recovery_code_works_once_is_told_and_is_replaced() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    assert_eq!(app.codes.iter().collect::<HashSet<_>>().len(), 10);
    let shaped = |code: &String| code.len() == 11 && code.chars().nth(5) == Some('-');
    assert!(app.codes.iter().all(shaped), "{:?}", app.codes);

    let typed = app.codes[0].to_uppercase().replace('-', " ");
    world.sign_in_by(OWNER, &typed).await.expect("signs in");
    refused_field(
        world.sign_in_by(OWNER, &app.codes[0]).await,
        "/code",
        "wrong_code",
    );
    assert_eq!(world.events("second_factor.recovery_code_used").await, 1);
    assert_eq!(
        world.mail_to(OWNER).await.subject,
        "A recovery code was used"
    );
    let left = owner.api.read_second_factor().await.expect("reads");
    assert_eq!(left.recovery_codes_left, 9);

    let made = owner.api.renew_recovery_codes().await.expect("makes");
    refused_field(
        world.sign_in_by(OWNER, &app.codes[1]).await,
        "/code",
        "wrong_code",
    );
    world
        .sign_in_by(OWNER, &made.codes[9])
        .await
        .expect("signs in");
    assert_eq!(world.events("second_factor.recovery_codes_made").await, 1);
}

#[tokio::test]
async fn au_08_codes_and_secret_are_not_stored_as_they_are() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    world
        .sign_in_by(OWNER, &app.codes[0])
        .await
        .expect("signs in");
    world.run_jobs().await;
    let stored = world.everything_stored().await;
    assert!(stored.contains(OWNER), "the look itself works");
    for secret in app.codes.iter().chain([&app.secret]) {
        assert!(!stored.contains(secret.as_str()), "{secret}");
        assert!(!stored.contains(&secret.replace('-', "")), "{secret}");
    }
}

#[tokio::test]
async fn au_08_recovery_codes_of_one_person_are_no_good_for_another() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Pier IT").await;
    let app = world.second_factor_of(&owner.api).await;
    let theirs = world.second_factor_of(&other.api).await;
    world.advance(Duration::minutes(1));
    refused_field(
        world.sign_in_by(&other.email, &app.codes[0]).await,
        "/code",
        "wrong_code",
    );
    let code = app_code(&app.secret, world.context().now());
    refused_field(
        world.sign_in_by(&other.email, &code).await,
        "/code",
        "wrong_code",
    );
    world
        .sign_in_by(&other.email, &theirs.codes[0])
        .await
        .expect("signs in");
}
