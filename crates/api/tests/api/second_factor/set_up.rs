use super::with_code;
use crate::support::{World, app_code, refused, refused_field};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::ConfirmSecondFactor;

const OWNER: &str = "owner@harborit.example";

#[tokio::test]
async fn au_08_a_second_factor_is_set_up_asked_for_and_switched_off() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let before = owner.api.read_second_factor().await.expect("reads");
    assert!(!before.is_on && before.on_since.is_none() && before.recovery_codes_left == 0);

    let first = owner.api.set_up_second_factor().await.expect("begins");
    let told = owner.api.set_up_second_factor().await.expect("begins anew");
    assert_ne!(first.secret, told.secret);
    assert_eq!(told.secret.len(), 32, "160 bits");
    assert!(
        told.uri
            .starts_with("otpauth://totp/Gangway:owner%40harborit.example?secret=")
    );
    assert!(told.uri.contains(&told.secret));
    assert!(told.qr_code.starts_with("<svg") && told.qr_code.len() > 1_000);
    // Not confirmed yet: the password alone is enough.
    world.sign_in(OWNER).await.expect("signs in");

    let now = world.context().now();
    let with = |code: &str| ConfirmSecondFactor {
        code: code.to_owned(),
    };
    let old_app = with(&app_code(&first.secret, now));
    refused_field(
        owner.api.confirm_second_factor(&old_app).await,
        "/code",
        "wrong_code",
    );
    refused_field(
        owner.api.confirm_second_factor(&with("12345")).await,
        "/code",
        "invalid_code",
    );
    let right = with(&app_code(&told.secret, now));
    let made = owner
        .api
        .confirm_second_factor(&right)
        .await
        .expect("confirms");
    assert_eq!(made.codes.len(), 10);
    assert_eq!(world.events("second_factor.enabled").await, 1);
    let mail = world.mail_to(OWNER).await;
    assert_eq!(mail.subject, "Your second factor is on");
    let on = owner.api.read_second_factor().await.expect("reads");
    assert!(on.is_on && on.recovery_codes_left == 10);
    let listed = owner.api.read_user(owner.place()).await.expect("reads");
    assert!(listed.value.has_second_factor);
    refused(
        owner.api.set_up_second_factor().await,
        ProblemCode::Conflict,
    );
    refused(
        owner.api.confirm_second_factor(&right).await,
        ProblemCode::Conflict,
    );

    world.advance(chrono::Duration::seconds(31));
    let code = app_code(&told.secret, world.context().now());
    let (challenge, api) = (world.challenge(OWNER).await, world.client());
    let session = with_code(&api, &challenge, &code).await.expect("signs in");
    assert_eq!(session.me.email, OWNER);
    api.read_me().await.expect("is signed in");

    owner
        .api
        .switch_off_second_factor()
        .await
        .expect("switches off");
    refused(
        owner.api.switch_off_second_factor().await,
        ProblemCode::Conflict,
    );
    refused(
        owner.api.renew_recovery_codes().await,
        ProblemCode::Conflict,
    );
    assert_eq!(world.events("second_factor.disabled").await, 1);
    assert_eq!(
        world.mail_to(OWNER).await.subject,
        "Your second factor is off"
    );
    world
        .sign_in(OWNER)
        .await
        .expect("the password is enough again");
    assert_eq!(
        world.rows("second_factors").await + world.rows("recovery_codes").await,
        0
    );
}

#[tokio::test]
async fn au_08_before_the_set_up_is_begun_nothing_is_confirmed() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = ConfirmSecondFactor {
        code: "123456".to_owned(),
    };
    refused(
        owner.api.confirm_second_factor(&body).await,
        ProblemCode::Conflict,
    );
}
