//! TN-03: an id of another partner is answered like one that does not exist.

use super::cells::cell;
use super::scene::Scene;
use crate::support::{Operation, operation, operations};
use base64::Engine as _;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use gangway_domain::ids::ClientId;
use reqwest::Method;
use serde_json::{Value, json};
use std::time::{Duration, Instant};

const ABSENT: &str = "01890000-0000-7000-8000-000000000000";

#[tokio::test]
async fn tn_03_a_foreign_id_looks_like_an_absent_one_in_every_path() {
    let scene = Scene::build().await;
    let foreign = foreign_ids(&scene).await;
    let mut tried = 0;
    for operation in operations()
        .into_iter()
        .filter(|operation| operation.path.contains("{id}"))
    {
        let absent = answer(&scene, operation, ABSENT).await;
        assert_eq!(absent.0, 404, "{}: {}", operation.id, absent.1);
        let mut swaps: Vec<String> = foreign.clone();
        swaps.extend(foreign.iter().map(|id| id.to_uppercase()));
        swaps.extend(["not-an-id", "-1", "0", "%00", "1%27%20or%201=1"].map(str::to_owned));
        for swap in swaps {
            let swapped = answer(&scene, operation, &swap).await;
            assert_eq!(swapped, absent, "{} with {swap}", operation.id);
            tried += 1;
        }
    }
    println!("TN-03: {tried} swaps");
}

#[tokio::test]
async fn tn_03_a_second_id_in_a_path_must_belong_to_the_first() {
    let scene = Scene::build().await;
    let places = scene.owner.api.clone();
    let path = operation("deactivate_client_user");
    for user in [
        scene.spare_staff.to_string(),
        scene.other.place().to_string(),
        ABSENT.to_owned(),
    ] {
        let call = path.call().with(scene.client.client).with(user);
        let answer = places
            .exchange(&call, places.access_token().as_deref())
            .await
            .expect("answers");
        assert_eq!(answer.status, 404);
    }
    // The right user of the wrong client.
    let call = path
        .call()
        .with(scene.client_of_rep.client)
        .with(scene.spare_client_user);
    let answer = places
        .exchange(&call, places.access_token().as_deref())
        .await
        .expect("answers");
    assert_eq!(answer.status, 404);
}

#[tokio::test]
async fn tn_03_a_foreign_id_takes_as_long_as_an_absent_one() {
    let scene = Scene::build().await;
    let absent: ClientId = ABSENT.parse().expect("an id");
    let mut seen = Vec::new();
    // A real difference is there each time; what else the machine does is not.
    for _ in 0..4 {
        let (mut of_foreign, mut of_absent) = (Vec::new(), Vec::new());
        for _ in 0..200 {
            of_foreign.push(time(&scene, scene.other_client).await);
            of_absent.push(time(&scene, absent).await);
        }
        let (foreign, absent) = (median(of_foreign), median(of_absent));
        if foreign.max(absent) <= foreign.min(absent).mul_f64(1.2) {
            return;
        }
        seen.push((foreign, absent));
    }
    panic!("more than 20 % apart, foreign and absent: {seen:?}");
}

#[tokio::test]
async fn tn_03_a_foreign_cursor_is_a_time_and_nothing_more() {
    let scene = Scene::build().await;
    for list in operations()
        .into_iter()
        .filter(|operation| operation.about["x-list"] == json!(true))
        .filter(|operation| !operation.path.contains('{'))
    {
        let begin = |id: &str| {
            let later = scene.world.context().now().timestamp_millis() + 60_000;
            URL_SAFE_NO_PAD.encode(format!("{later}|{id}"))
        };
        let absent = page(&scene, list, &begin(ABSENT)).await;
        assert_eq!(absent.0, 200, "{}: {}", list.id, absent.1);
        for foreign in foreign_ids(&scene).await {
            let swapped = page(&scene, list, &begin(&foreign)).await;
            assert_eq!(swapped, absent, "{} from {foreign}", list.id);
        }
        for broken in [
            begin("-1"),
            begin("not-an-id"),
            "-1".to_owned(),
            "%00".to_owned(),
        ] {
            assert_eq!(
                page(&scene, list, &broken).await.0,
                400,
                "{} from {broken}",
                list.id
            );
        }
    }
}

async fn page(scene: &Scene, list: Operation, cursor: &str) -> (u16, Value) {
    let api = &scene.owner.api;
    let url = format!("{}{}?cursor={cursor}", scene.world.base(), list.path);
    let request = scene.world.http().get(url);
    let request = request.bearer_auth(api.access_token().expect("signed in"));
    let answer = request.send().await.expect("answers");
    let status = answer.status().as_u16();
    let mut body: Value = answer.json().await.expect("JSON");
    body.as_object_mut().expect("an object").remove("reference");
    for row in body["data"].as_array_mut().into_iter().flatten() {
        // This request may have been the one.
        row.as_object_mut()
            .expect("an object")
            .remove("last_used_at");
    }
    (status, body)
}

#[tokio::test]
async fn tn_03_a_foreign_place_in_a_body_looks_like_an_absent_one() {
    let scene = Scene::build().await;
    let call = operation("refresh_session").call();
    let of = async |place: &str| {
        let body = json!({ "place_id": place });
        let answer = scene
            .owner
            .api
            .exchange(&call.clone().json(&body), None)
            .await;
        let answer = answer.expect("answers");
        let mut body: Value = serde_json::from_slice(&answer.body).expect("JSON");
        body.as_object_mut().expect("an object").remove("reference");
        (answer.status, body)
    };
    let absent = of(ABSENT).await;
    assert!((400..500).contains(&absent.0), "{}", absent.1);
    for foreign in [
        scene.other.place().to_string(),
        scene.other_client.to_string(),
    ] {
        assert_eq!(of(&foreign).await, absent, "{foreign}");
    }
}

async fn time(scene: &Scene, id: ClientId) -> Duration {
    let call = operation("read_client").call().with(id);
    let started = Instant::now();
    let answer = scene
        .owner
        .api
        .exchange(&call, scene.owner.api.access_token().as_deref())
        .await;
    let took = started.elapsed();
    assert_eq!(answer.expect("answers").status, 404);
    took
}

fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// An id of every kind that the other partner has.
async fn foreign_ids(scene: &Scene) -> Vec<String> {
    let api = &scene.other.api;
    let first = |page: Value| page["data"][0]["id"].as_str().expect("an id").to_owned();
    let mut ids = vec![scene.other.partner().to_string()];
    for list in [
        "list_clients",
        "list_users",
        "list_invites",
        "list_partner_links",
        "list_api_keys",
        "list_my_sessions",
    ] {
        let call = operation(list).call();
        let answer = api
            .exchange(&call, api.access_token().as_deref())
            .await
            .expect("answers");
        ids.push(first(serde_json::from_slice(&answer.body).expect("JSON")));
    }
    ids
}

/// The status and body of a valid request by the owner with another id, without its reference.
async fn answer(scene: &Scene, operation: Operation, id: &str) -> (u16, Value) {
    let owner = &scene.identities[1];
    let cell = cell(scene, operation, owner).await;
    let base = scene.world.base();
    let path = operation.path.replacen("{id}", id, 1);
    let path = path
        .replace("{step}", "enable_application")
        .replace("{user_id}", ABSENT)
        .replace("{conversation_id}", ABSENT)
        .replace("{message_id}", ABSENT)
        .replace("{schedule_id}", ABSENT)
        .replace("{kind}", "text_us");
    let method = Method::from_bytes(operation.method.to_uppercase().as_bytes()).expect("a method");
    let mut request = scene
        .world
        .http()
        .request(method, format!("{base}{path}"))
        .bearer_auth(owner.token().expect("signed in"))
        .header("if-match", "\"v1\"");
    if let Some(body) = cell.body {
        request = request.json(&body);
    }
    let response = request.send().await.expect("answers");
    let status = response.status().as_u16();
    let mut body: Value = response.json().await.expect("a problem");
    body.as_object_mut().expect("an object").remove("reference");
    (status, body)
}
