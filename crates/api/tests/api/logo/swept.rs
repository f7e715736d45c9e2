//! UP-08: what an upload that never came to its end has left.

use super::{any_png, files, folder, jane};
use crate::support::World;
use chrono::Duration;
use gangway_domain::ids::FileId;
use std::fs;

/// Puts objects there as an upload does before its row is written.
async fn begun(world: &World, user: &crate::support::ClientUser) -> FileId {
    let ctx = world.context();
    let (id, partner) = (ctx.new_id(), user.me.place().expect("a place").partner.id);
    ctx.objects
        .put(partner, id, 64, any_png())
        .await
        .expect("puts");
    id
}

#[tokio::test]
async fn up_08_what_has_no_row_is_swept_up_and_what_has_one_stays() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let kept = jane
        .api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    let lost = begun(&world, &jane).await;
    let at = folder(&world).join(jane.me.place().expect("a place").partner.id.to_string());
    // As the store leaves them where a write is cut off.
    fs::write(at.join(lost.to_string()).join("128#1"), b"half").expect("writes");
    fs::write(at.join(kept.id.to_string()).join("512#1"), b"half").expect("writes");
    world.advance(Duration::minutes(21));
    let young = begun(&world, &jane).await;
    // Somebody else's things in the folder are none of ours.
    fs::write(folder(&world).join("note.txt"), b"mine").expect("writes");
    world.run_jobs().await;
    let left = files(&world);
    let of = |id: FileId| {
        left.iter()
            .filter(|path| path.contains(&id.to_string()))
            .count()
    };
    assert_eq!((of(kept.id), of(lost), of(young)), (2, 0, 1), "{left:?}");
    assert_eq!(left.len(), 4, "{left:?}");
    assert!(!at.join(lost.to_string()).exists(), "no empty folder stays");
    world.advance(Duration::days(1));
    world.run_jobs().await;
    assert_eq!(files(&world).len(), 3, "the young one was old a day later");
    let later = world.sign_in(&jane.email).await.expect("signs in");
    later
        .api
        .read_logo(jane.client, 64)
        .await
        .expect("is whole");
}

#[tokio::test]
async fn up_08_a_start_sweeps_soon_however_lately_it_was_done() {
    let mut world = World::start().await;
    let jane = jane(&world).await;
    world.advance(Duration::minutes(21));
    world.run_jobs().await;
    begun(&world, &jane).await;
    world.restart().await;
    world.run_jobs().await;
    assert_eq!(
        files(&world).len(),
        1,
        "it may be at work in another instance"
    );
    world.advance(Duration::minutes(21));
    world.run_jobs().await;
    assert!(files(&world).is_empty());
}

#[tokio::test]
async fn tn_12_a_removal_leaves_a_file_with_a_row_alone_and_another_partners_too() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let other = world.partner("Pier IT").await;
    let logo = jane
        .api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    let own = jane.me.place().expect("a place").partner.id;
    for partner in [own, other.partner()] {
        let ran = gangway::files::removed(world.context(), partner, logo.id).await;
        assert!(matches!(ran, gangway::jobs::Ran::Done), "{ran:?}");
    }
    assert_eq!(files(&world).len(), 2);
}
