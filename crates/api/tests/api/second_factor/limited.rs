use super::with_code;
use crate::support::{World, app_code, refused, refused_field};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;

const OWNER: &str = "owner@harborit.example";

#[tokio::test]
async fn au_08_five_tries_in_a_quarter_of_an_hour_whoever_makes_them() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    world.advance(Duration::minutes(1));
    for _ in 0..3 {
        refused_field(
            world.sign_in_by(OWNER, "000000").await,
            "/code",
            "wrong_code",
        );
    }
    for _ in 0..2 {
        refused_field(
            world.sign_in_by(OWNER, "aaaaa-aaaaa").await,
            "/code",
            "wrong_code",
        );
    }
    let right = app_code(&app.secret, world.context().now());
    let problem = refused(
        world.sign_in_by(OWNER, &right).await,
        ProblemCode::TooManyRequests,
    );
    assert!(problem.detail.contains("15 minutes"), "{}", problem.detail);
    refused(
        world.sign_in_by(OWNER, &app.codes[0]).await,
        ProblemCode::TooManyRequests,
    );
    world.advance(Duration::minutes(15));
    let right = app_code(&app.secret, world.context().now());
    world.sign_in_by(OWNER, &right).await.expect("signs in");
}

#[tokio::test]
async fn au_08_right_codes_count_for_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    for code in &app.codes[..8] {
        let challenge = world.challenge(OWNER).await;
        with_code(&world.client(), &challenge, code)
            .await
            .expect("signs in");
    }
}
