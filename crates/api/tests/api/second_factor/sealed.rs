//! SC-01 as it is stored: a secret opens only where it was put.

use crate::support::{World, app_code, refused};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;

#[tokio::test]
async fn sc_01_secrets_swapped_between_people_open_nothing() {
    let world = World::start().await;
    let one = world.partner("Harbor IT").await;
    let other = world.partner("Pier IT").await;
    let app = world.second_factor_of(&one.api).await;
    world.second_factor_of(&other.api).await;
    assert_eq!(
        world.rows("data_keys").await,
        2,
        "each has a key of their own"
    );
    world
        .run_sql(&[
            "create table kept as select person_id, secret from second_factors",
            "update second_factors set secret =
                (select secret from kept where kept.person_id <> second_factors.person_id)",
            "drop table kept",
        ])
        .await;
    world.advance(Duration::minutes(1));
    let code = app_code(&app.secret, world.context().now());
    for email in [&one.email, &other.email] {
        refused(world.sign_in_by(email, &code).await, ProblemCode::Internal);
    }
}

#[tokio::test]
async fn sc_01_another_master_key_is_told_by_its_id_and_opens_nothing() {
    let mut world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let app = world.second_factor_of(&owner.api).await;
    world.set(
        "GANGWAY_SECRET_KEY",
        "vJ3kzq0b3sYx4m2wq7cM5tq0yZk8o1eVnXh6g9LrT2A=",
    );
    world.restart().await;
    world.advance(Duration::minutes(1));
    let code = app_code(&app.secret, world.context().now());
    refused(
        world.sign_in_by(&owner.email, &code).await,
        ProblemCode::Internal,
    );
}
