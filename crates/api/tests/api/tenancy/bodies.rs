//! ID-02: bodies no honest client sends, to routes that create.

use crate::support::{World, corpora};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use gangway_domain::problem::Problem;
use serde_json::Value;

const ROUTES: [&str; 4] = [
    "/api/v1/invites",
    "/api/v1/clients",
    "/api/v1/users",
    "/public/v1/sign-ups",
];

#[tokio::test]
async fn id_02_every_odd_body_is_refused_with_a_problem_and_nothing_is_stored() {
    let Some(cases) = corpora::json("http/json_and_form_bodies.json") else {
        return;
    };
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = owner.api.access_token().expect("signed in");
    let before = world.tables().await;
    for route in ROUTES {
        for case in cases.as_array().expect("cases") {
            let id = case["id"].as_str().expect("an id");
            let mut request = world
                .http()
                .post(format!("{}{route}", world.base()))
                .bearer_auth(&token)
                .body(body(id, case));
            let kind = case["content_type"].as_str().expect("a type");
            if !kind.is_empty() {
                request = request.header("content-type", kind);
            }
            if id == "gzip_body" {
                request = request.header("content-encoding", "gzip");
            }
            let answer = request.send().await.expect("an answer");
            let status = answer.status().as_u16();
            assert!(fits(id, status), "{route} {id}: {status}");
            let problem: Problem = answer.json().await.expect("a problem");
            assert_eq!(problem.status, status, "{route} {id}");
            for word in [".rs", "select ", "insert into", "panicked", "/src/"] {
                assert!(
                    !problem.detail.contains(word),
                    "{route} {id}: {}",
                    problem.detail
                );
            }
        }
    }
    assert_eq!(world.tables().await, before);
    owner.api.read_me().await.expect("still answers");
}

fn fits(id: &str, status: u16) -> bool {
    match id {
        "ct_text" | "ct_form" | "ct_none" | "ct_xml" => status == 415,
        "big_string" => status == 413,
        "deep" => status == 400,
        // The type is taken; the fields are not these routes'.
        "ct_charset" => status == 400 || status == 422,
        _ => (400..500).contains(&status),
    }
}

fn body(id: &str, case: &Value) -> Vec<u8> {
    let text = case["body"].as_str().expect("a body");
    match (id, case["encoding"].as_str()) {
        ("deep", _) => "[".repeat(100_000).into_bytes(),
        ("big_string", _) => format!("{{\"name\":\"{}\"}}", "x".repeat(20_000_000)).into_bytes(),
        ("multipart_many", _) => "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n"
            .repeat(10_000)
            .into_bytes(),
        (_, Some("base64")) => STANDARD.decode(text).expect("base64"),
        _ => text.as_bytes().to_vec(),
    }
}
