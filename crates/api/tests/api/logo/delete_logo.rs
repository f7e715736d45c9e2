use super::{any_png, files, jane};
use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn up_07_a_logo_is_removed_once_and_its_objects_follow() {
    let world = World::start().await;
    let jane = jane(&world).await;
    jane.api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    jane.api.delete_logo(jane.client).await.expect("removes");
    refused(
        jane.api.read_logo(jane.client, 64).await,
        ProblemCode::NotFound,
    );
    refused(
        jane.api.delete_logo(jane.client).await,
        ProblemCode::NotFound,
    );
    assert_eq!(world.rows("files").await, 0);
    world.run_jobs().await;
    assert!(files(&world).is_empty(), "{:?}", files(&world));
    assert_eq!(world.events("client.logo_removed").await, 1);
}

#[tokio::test]
async fn tn_01_those_who_may_not_edit_the_client_do_not_remove_its_logo() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    jane.api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    // Nobody assigned the client to this one.
    let tech = world
        .staff(&owner, StaffRole::Technician, "tech@harborit.example")
        .await;
    let other = world.partner("Pier IT").await;
    refused(
        tech.api.delete_logo(jane.client).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.delete_logo(jane.client).await,
        ProblemCode::NotFound,
    );
    assert_eq!(world.rows("files").await, 1);
}
