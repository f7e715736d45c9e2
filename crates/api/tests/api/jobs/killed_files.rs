//! JQ-02 for the jobs that remove files: the process dies at each fail point, and another one takes over.

use super::killed::{die_and_go_on, points, providers};
use super::rows::{job, make_due, open_job};
use crate::imports::{imported, list, uploaded};
use crate::logo::any_png;
use crate::support::World;
use chrono::Duration;
use gangway_domain::ids::PartnerId;
use sea_orm::ConnectionTrait as _;

#[tokio::test]
async fn jq_02_the_objects_of_a_removed_file_go_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    world.run_jobs().await;
    for point in points("file_removed") {
        let jane_now = world.sign_in(&jane.email).await.expect("signs in").api;
        jane_now
            .put_logo(jane.client, "a.png", any_png())
            .await
            .expect("keeps");
        jane_now.delete_logo(jane.client).await.expect("removes");
        let queued = open_job(&world, "file_removed").await;
        die_and_go_on(&mut world, point).await;
        let done = job(&world, queued.id).await;
        assert_eq!((done.state.as_str(), done.attempts), ("done", 2), "{point}");
        assert!(
            world
                .context()
                .objects
                .files()
                .await
                .expect("lists")
                .is_empty(),
            "{point}"
        );
    }
}

#[tokio::test]
async fn jq_02_a_sweep_goes_on_after_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    let owner = world.partner("Harbor IT").await;
    for point in points("files_swept") {
        begin_long_ago(&world, owner.partner()).await;
        let sweep = open_job(&world, "files_swept").await;
        make_due(&world, sweep.id, sweep.created_at).await;
        die_and_go_on(&mut world, point).await;
        let after = job(&world, sweep.id).await;
        assert_eq!(after.state, "waiting", "{point}: it comes back by itself");
        assert!(
            world
                .context()
                .objects
                .files()
                .await
                .expect("lists")
                .is_empty(),
            "{point}"
        );
    }
}

/// What an upload has left that was cut off an hour ago.
async fn begin_long_ago(world: &World, partner: PartnerId) {
    let ctx = world.context();
    world.advance(Duration::hours(-1));
    let id = ctx.new_id();
    world.advance(Duration::hours(1));
    ctx.objects
        .put(partner, id, 64, any_png())
        .await
        .expect("puts");
}

#[tokio::test]
async fn jq_02_what_is_kept_of_a_list_goes_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    for (number, point) in points("import_tidied").iter().enumerate() {
        let owner = world.sign_in("owner@harborit.example").await;
        let owner = owner.expect("signs in");
        let import = uploaded(&owner, list(&[&format!("Client {number}"), ""])).await;
        imported(&world, &owner, import.id).await;
        let tidying = open_job(&world, "import_tidied").await;
        // The process that dies goes by the clock on the wall.
        let tx = world.context().db.begin().await.expect("begins");
        let sql = "update client_imports set finished_at = '2020-01-01T00:00:00.000+00:00'";
        tx.execute_unprepared(sql).await.expect("changes");
        tx.commit().await.expect("commits");
        make_due(&world, tidying.id, tidying.created_at).await;
        die_and_go_on(&mut world, point).await;
        assert_eq!(job(&world, tidying.id).await.state, "done", "{point}");
        assert_eq!(world.rows("client_import_rows").await, 0, "{point}");
        let told = world.events("client_import.tidied").await;
        assert_eq!(told, number + 1, "{point}");
    }
}
