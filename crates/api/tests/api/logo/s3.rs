//! Files in something that speaks S3.

use super::s3_played::{BUCKET, KEY_ID, Played, SECRET};
use super::{any_png, folder, jane, put};
use crate::support::World;
use chrono::Duration;

/// A world whose files lie in the played store.
async fn world(secret: &str) -> (World, Played) {
    let (played, addr) = Played::start();
    let endpoint = format!("http://{addr}");
    let world = World::start_with(&[
        ("GANGWAY_S3_ENDPOINT", &endpoint),
        ("GANGWAY_S3_BUCKET", BUCKET),
        ("GANGWAY_S3_REGION", "eu-test-1"),
        ("GANGWAY_S3_KEY_ID", KEY_ID),
        ("GANGWAY_S3_SECRET", secret),
    ])
    .await;
    (world, played)
}

#[actix_web::test]
async fn up_08_files_are_put_read_replaced_removed_and_swept_in_a_bucket() {
    let (world, played) = world(SECRET).await;
    let jane = jane(&world).await;
    jane.api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    assert!(!folder(&world).exists());
    let seen = jane.api.read_logo(jane.client, 64).await.expect("reads");
    assert_eq!(
        image::load_from_memory(&seen).expect("a picture").width(),
        64
    );
    let second = jane
        .api
        .put_logo(jane.client, "b.png", any_png())
        .await
        .expect("keeps");
    assert_eq!(played.keys().len(), 4);
    world.run_jobs().await;
    let partner = jane.me.place().expect("a place").partner.id;
    let wanted = ["128", "64"].map(|size| format!("{partner}/{}/{size}", second.id));
    assert_eq!(played.keys(), wanted);
    let ctx = world.context();
    ctx.objects
        .put(partner, ctx.new_id(), 64, any_png())
        .await
        .expect("puts");
    world.advance(Duration::minutes(21));
    world.run_jobs().await;
    assert_eq!(played.keys(), wanted, "swept");
    jane.api.delete_logo(jane.client).await.expect("removes");
    world.run_jobs().await;
    assert!(played.keys().is_empty());
}

#[actix_web::test]
async fn up_08_a_store_in_trouble_is_tried_again_then_told_and_nothing_is_half_kept() {
    let (world, played) = world(SECRET).await;
    let jane = jane(&world).await;
    played.fail(true);
    let answer = put(&jane.api, jane.client, "a.png", any_png()).await;
    assert_eq!(answer.status, 503);
    assert!(played.calls() > 1, "it was tried again");
    assert_eq!(world.rows("files").await, 0);
    let said = String::from_utf8_lossy(&answer.body);
    assert!(
        !said.contains(BUCKET) && !said.contains("127.0.0.1"),
        "{said}"
    );
    played.fail(false);
    assert_eq!(
        put(&jane.api, jane.client, "a.png", any_png()).await.status,
        200
    );
}

#[actix_web::test]
async fn up_08_a_removal_outlives_an_outage_of_the_store() {
    let (world, played) = world(SECRET).await;
    let jane = jane(&world).await;
    jane.api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    jane.api.delete_logo(jane.client).await.expect("removes");
    played.fail(true);
    world.run_jobs().await;
    assert_eq!(played.keys().len(), 2);
    played.fail(false);
    world.advance(Duration::minutes(1));
    world.run_jobs().await;
    assert!(played.keys().is_empty());
}

#[actix_web::test]
async fn up_08_requests_are_signed_with_the_secret_of_the_settings() {
    let (world, played) = world("another").await;
    let jane = jane(&world).await;
    assert_eq!(
        put(&jane.api, jane.client, "a.png", any_png()).await.status,
        503
    );
    assert!(played.keys().is_empty());
}
