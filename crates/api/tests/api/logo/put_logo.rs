use super::{any_png, files, get, jane, png, put};
use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn up_07_a_logo_is_kept_in_every_size_that_does_not_enlarge_it() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let logo = jane
        .api
        .put_logo(jane.client, "Our logo.png", png(300, 150))
        .await;
    let logo = logo.expect("keeps");
    assert_eq!((logo.width, logo.height), (300, 150));
    assert_eq!(
        (logo.name.as_str(), logo.media_type.as_str()),
        ("Our logo.png", "image/png")
    );
    assert_eq!(logo.sizes, [64, 128, 256, 512]);
    let at = format!(
        "/{}/{}",
        jane.me.place().expect("a place").partner.id,
        logo.id
    );
    let wanted = ["128", "256", "512", "64"].map(|size| format!("{at}/{size}"));
    assert_eq!(files(&world), wanted, "named by ids alone");
    let seen = jane.api.read_logo(jane.client, 128).await.expect("reads");
    let seen = image::load_from_memory(&seen).expect("a picture");
    assert_eq!((seen.width(), seen.height()), (128, 64));
    assert_eq!(world.events("client.logo_set").await, 1);
}

#[tokio::test]
async fn up_07_a_new_logo_takes_the_place_of_the_old_one_whose_objects_go_after_the_commit() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let first = jane
        .api
        .put_logo(jane.client, "a.png", png(64, 64))
        .await
        .expect("keeps");
    let second = jane
        .api
        .put_logo(jane.client, "b.png", any_png())
        .await
        .expect("keeps");
    assert_ne!(first.id, second.id);
    assert_eq!(files(&world).len(), 3, "the old one is still there");
    world.run_jobs().await;
    let left = files(&world);
    let of_second = |path: &String| path.contains(&second.id.to_string());
    assert!(left.len() == 2 && left.iter().all(of_second), "{left:?}");
    assert_eq!(world.rows("files").await, 1);
    assert_eq!(world.events("client.logo_set").await, 2);
}

#[tokio::test]
async fn id_03_the_same_file_again_changes_nothing() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let first = jane
        .api
        .put_logo(jane.client, "a.png", png(64, 64))
        .await
        .expect("keeps");
    world.run_jobs().await;
    let before = (world.tables().await, files(&world));
    let again = jane
        .api
        .put_logo(jane.client, "a.png", png(64, 64))
        .await
        .expect("keeps");
    assert_eq!(again, first);
    assert_eq!((world.tables().await, files(&world)), before);
}

#[tokio::test]
async fn up_07_two_who_upload_at_once_leave_one_logo_and_nothing_beside() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let all = (0..6).map(|_| put(&jane.api, jane.client, "a.png", any_png()));
    for answer in futures_util::future::join_all(all).await {
        assert_eq!(answer.status, 200);
    }
    assert_eq!(world.rows("files").await, 1);
    world.run_jobs().await;
    assert_eq!(files(&world).len(), 2);
    assert_eq!(get(&jane.api, jane.client, "64").await.status, 200);
}

#[tokio::test]
async fn tn_01_those_who_may_not_edit_the_client_do_not_set_its_logo() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    // Nobody assigned the client to this one.
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harborit.example")
        .await;
    let other = world.partner("Pier IT").await;
    let before = world.tables().await;
    let tried = tech.api.put_logo(jane.client, "a.png", png(9, 9)).await;
    refused(tried, ProblemCode::NotFound);
    let tried = other.api.put_logo(jane.client, "a.png", png(9, 9)).await;
    refused(tried, ProblemCode::NotFound);
    let stranger = put(&world.client(), jane.client, "a.png", png(9, 9)).await;
    assert_eq!(stranger.status, 401);
    assert_eq!(world.rows("files").await, 0);
    assert_eq!(world.tables().await["files"], before["files"]);
    assert!(files(&world).is_empty());
}
