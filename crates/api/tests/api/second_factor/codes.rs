use super::with_code;
use crate::support::{World, app_code, refused_field};
use chrono::Duration;
use gangway_api_client::Client;

const OWNER: &str = "owner@harborit.example";

#[tokio::test]
async fn au_08_a_code_works_once_and_a_step_early_or_late() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.at_a_new_step();
    let app = world.second_factor_of(&owner.api).await;
    let shown = |ahead_s: i64| {
        app_code(
            &app.secret,
            world.context().now() + Duration::seconds(ahead_s),
        )
    };
    let first = shown(0);
    refused_field(world.sign_in_by(OWNER, &first).await, "/code", "wrong_code");

    world.advance(Duration::minutes(5));
    let early = shown(30);
    world.sign_in_by(OWNER, &early).await.expect("a step early");
    refused_field(world.sign_in_by(OWNER, &early).await, "/code", "wrong_code");
    // An older one after a newer one is no good either.
    refused_field(
        world.sign_in_by(OWNER, &shown(0)).await,
        "/code",
        "wrong_code",
    );

    world.after_quiet_hours().await;
    world.advance(Duration::minutes(5));
    world
        .sign_in_by(OWNER, &shown(-30))
        .await
        .expect("a step late");
    world.advance(Duration::minutes(5));
    for far in [-90, 90] {
        refused_field(
            world.sign_in_by(OWNER, &shown(far)).await,
            "/code",
            "wrong_code",
        );
    }
}

#[tokio::test]
async fn au_08_of_ten_uses_of_one_code_at_once_one_succeeds() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    for turn in 0..3 {
        world.after_quiet_hours().await;
        world.advance(Duration::minutes(2));
        let code = match turn {
            2 => app.codes[0].clone(),
            _ => app_code(&app.secret, world.context().now()),
        };
        let mut tries = Vec::new();
        for _ in 0..10 {
            let (api, challenge): (Client, _) = (world.client(), world.challenge(OWNER).await);
            let code = code.clone();
            tries.push(tokio::spawn(async move {
                with_code(&api, &challenge, &code).await.is_ok()
            }));
        }
        let mut opened = 0;
        for one in tries {
            opened += usize::from(one.await.expect("ends"));
        }
        assert_eq!(opened, 1, "turn {turn}");
    }
}
