//! UP-03 and JQ-02: the process dies at each fail point, and another one goes on.

use super::{assert_true, list, long, now, uploaded};
use crate::jobs::fail_points::OF_LISTS;
use crate::jobs::killed::{die_and_go_on, points, providers};
use crate::support::process::listening;
use crate::support::{Staff, World};
use chrono::Duration;
use gangway_api_client::{Call, Client};
use gangway_domain::wire::ImportState;

async fn again(world: &World) -> Staff {
    let signed_in = world.sign_in("owner@harborit.example").await;
    signed_in.expect("signs in")
}

/// What ends an import has its file removed by another job, which no lease holds; what undoes one has not.
fn undone(point: &str) -> bool {
    matches!(point, "import_undone_some" | "job_done")
}

#[tokio::test]
async fn up_03_an_import_is_exact_with_a_kill_at_every_point() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    world.partner("Harbor IT").await;
    let mut clients = 0;
    for (at, point) in points("import_advanced").iter().enumerate() {
        let owner = again(&world).await;
        let names: Vec<String> = (0..120).map(|n| format!("Client {at} {n}")).collect();
        let names: Vec<&str> = names.iter().map(String::as_str).collect();
        let import = match *point {
            "import_checked_some" => continue,
            _ => uploaded(&owner, list(&names)).await,
        };
        owner.api.confirm_import(import.id).await.expect("confirms");
        if undone(point) {
            world.run_jobs().await;
            owner.api.undo_import(import.id).await.expect("undoes");
        }
        die_and_go_on(&mut world, point).await;
        let owner = again(&world).await;
        let after = now(&owner, import.id).await;
        if undone(point) {
            assert_eq!((after.state, after.undone), (ImportState::Undone, 120));
        } else {
            assert_eq!(
                (after.state, after.created),
                (ImportState::Done, 120),
                "{point}"
            );
        }
        assert_true(&world, &after).await;
        clients += 120;
        for table in ["clients", "sites", "contacts", "onboardings"] {
            assert_eq!(world.rows(table).await, clients, "{point}: {table}");
        }
    }
}

#[tokio::test]
async fn up_03_a_check_that_was_killed_begins_again() {
    let sandbox = providers();
    let mut world = World::start_beside(&sandbox).await;
    let owner = world.partner("Harbor IT").await;
    let file = String::from_utf8(long(2_500)).expect("text");
    // So many faulty rows are not held in memory.
    let file = file.replace("America/New_York", "EST");
    let import = uploaded(&owner, file.into_bytes()).await;
    assert_eq!(import.state, ImportState::Checking);
    die_and_go_on(&mut world, "import_checked_some").await;
    let after = now(&again(&world).await, import.id).await;
    assert_eq!((after.state, after.faulty), (ImportState::Ready, 2_500));
    assert_true(&world, &after).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn up_08_a_list_whose_upload_was_killed_is_swept_up() {
    for point in OF_LISTS {
        let mut world = World::start().await;
        let owner = world.partner("Harbor IT").await;
        let token = owner.api.access_token().expect("signed in");
        world.pause().await;
        let failing = format!("{point}=return");
        let (mut child, base) = listening(&world.settings_beside(&[
            ("FAILPOINTS", failing.as_str()),
            ("GANGWAY_METRICS_LISTEN", "off"),
        ]));
        let call = Call::post("upload_import", "/api/v1/client-imports").file(list(&["Acme"]));
        let answer = Client::new(&base).exchange(&call, Some(&token)).await;
        assert!(answer.is_err(), "{point}: {answer:?}");
        child.wait().expect("died");
        world.resume().await;
        assert_eq!(world.rows("client_imports").await, 0, "{point}");
        let kept =
            async |world: &World| world.context().objects.files().await.expect("lists").len();
        assert_eq!(kept(&world).await, 1, "{point}");
        world.advance(Duration::minutes(30));
        let owner = again(&world).await;
        uploaded(&owner, list(&["Beta"])).await;
        world.run_jobs().await;
        assert_eq!(
            kept(&world).await,
            1,
            "the one that waits to be imported stays"
        );
    }
}
