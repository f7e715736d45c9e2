//! UP-08: the process dies while it keeps a file; what it leaves has a row or is swept up.

use super::{any_png, files, jane, put};
use crate::jobs::fail_points::OF_UPLOADS;
use crate::support::World;
use crate::support::process::listening;
use chrono::Duration;
use gangway_api_client::{Call, Client};
use reqwest::Method;

/// What is there after a death at each point: rows, and objects. A logo of 70 pixels has two.
const LEFT: [(usize, usize); 3] = [(0, 1), (0, 2), (1, 2)];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn up_08_killed_at_every_point_no_row_is_without_its_objects_and_the_rest_is_swept() {
    for (point, (rows, objects)) in OF_UPLOADS.into_iter().zip(LEFT) {
        let mut world = World::start().await;
        let jane = jane(&world).await;
        let token = jane.api.access_token().expect("signed in");
        world.pause().await;
        let failing = format!("{point}=return");
        let (mut child, base) = listening(&world.settings_beside(&[
            ("FAILPOINTS", failing.as_str()),
            ("GANGWAY_METRICS_LISTEN", "off"),
        ]));
        let call = Call::new("put_logo", Method::PUT, super::LOGO).with(jane.client);
        let call = call.file(any_png());
        let answer = Client::new(&base).exchange(&call, Some(&token)).await;
        assert!(answer.is_err(), "{point}: {answer:?}");
        child.wait().expect("died");
        world.resume().await;
        let left = files(&world);
        assert_eq!(
            (world.rows("files").await, left.len()),
            (rows, objects),
            "{point}: {left:?}"
        );
        world.advance(Duration::minutes(30));
        world.run_jobs().await;
        assert_eq!(files(&world).len(), rows * 2, "{point}");
        let again = world
            .sign_in("jane@client.example")
            .await
            .expect("signs in");
        let seen = again.api.read_logo(jane.client, 64).await;
        assert_eq!(seen.is_ok(), rows == 1, "{point}");
        assert_eq!(world.events("client.logo_set").await, rows, "{point}");
        assert_eq!(
            put(&again.api, jane.client, "a.png", any_png())
                .await
                .status,
            200
        );
    }
}
