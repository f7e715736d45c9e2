//! SE-01: every case of `auth/jwt_attacks.json`, each made from a real token.

mod accounts;
mod bench;
mod claims;
mod headers;
mod key_ids;
mod overreach;
mod secrets;
mod shapes;
mod signatures;

use super::seen;
use crate::support::{World, corpora};
use bench::Bench;
use serde_json::Value;

/// Makes the `Authorization` values of a case.
type Forge = fn(&Bench) -> Vec<String>;

/// Cases whose tokens are all refused, with the same body.
fn refused_cases() -> Vec<(&'static str, Forge)> {
    [
        headers::CASES,
        key_ids::CASES,
        signatures::CASES,
        claims::CASES,
        shapes::CASES,
    ]
    .concat()
}

/// Cases shown by a test of their own.
const SHOWN_ELSEWHERE: &[(&str, &str)] = &[
    (
        "deep_json",
        "shapes: what does not fit into a header is 431",
    ),
    ("huge_token", "shapes"),
    ("bearer_twice", "shapes"),
    ("query_token", "shapes"),
    ("case_bearer", "shapes"),
    ("cookie_and_header", "overreach"),
    ("typ_access_as_invite", "overreach"),
    ("org_swapped", "overreach"),
    ("role_raised", "overreach"),
    ("extra_claims", "overreach"),
    ("after_logout", "accounts"),
    ("after_password_change", "accounts"),
    ("after_disable", "accounts"),
    ("after_role_change", "accounts"),
    ("after_rotation", "signing_keys: se_06"),
    ("restart", "accounts"),
    ("weak_secret", "secrets"),
    ("secret_guess", "secrets"),
    ("timing", "secrets"),
    ("refresh_reuse", "refresh_session: se_02"),
    ("refresh_race", "refresh_session: se_02"),
    (
        "error_oracle",
        "below: one body for all; the time is not measured, every case ends before the database is asked",
    ),
];

/// Cases about what Gangway does not have yet, with what brings them.
const LATER: &[(&str, &str)] = &[
    (
        "after_logout_all",
        "there is no sign-out everywhere yet; a new password does it",
    ),
    ("after_tenant_suspend", "a partner cannot be suspended yet"),
];

#[test]
fn se_01_every_case_of_the_corpus_is_shown_or_listed_with_its_reason() {
    let Some(corpus) = corpora::json("auth/jwt_attacks.json") else {
        return;
    };
    let mut wanted: Vec<&str> = corpus["cases"]
        .as_array()
        .expect("cases")
        .iter()
        .filter_map(|c| c["id"].as_str())
        .collect();
    let mut listed: Vec<&str> = refused_cases().iter().map(|(id, _)| *id).collect();
    listed.extend(SHOWN_ELSEWHERE.iter().chain(LATER).map(|(id, _)| *id));
    wanted.sort_unstable();
    listed.sort_unstable();
    assert_eq!(listed, wanted);
}

#[tokio::test]
async fn se_01_forged_tokens_are_refused_with_one_and_the_same_answer() {
    let world = World::start().await;
    let bench = Bench::new(&world).await;
    let expected = seen(&bench.ask(None).await);
    assert_eq!(expected.0, 401);
    let connections = world.attempts().list().len();
    for (id, forge) in refused_cases() {
        for authorization in forge(&bench) {
            let answer = bench.ask(Some(&authorization)).await;
            let shown: String = authorization.chars().take(300).collect();
            assert_eq!(seen(&answer), expected, "{id}: {shown}");
        }
    }
    assert_eq!(
        world.attempts().list().len(),
        connections,
        "kid_url, jku, x5u: nothing is fetched"
    );
    assert_eq!(
        bench
            .ask(Some(&format!("Bearer {}", bench.real)))
            .await
            .status,
        200
    );
}

#[tokio::test]
async fn se_01_ready_made_tokens_are_refused_with_the_same_answer() {
    let Some(corpus) = corpora::json("auth/jwt_attacks.json") else {
        return;
    };
    let world = World::start().await;
    let bench = Bench::new(&world).await;
    let expected = seen(&bench.ask(None).await);
    let tokens = corpus["ready_made_tokens"].as_array().expect("tokens");
    for token in tokens.iter().filter_map(|ready| ready["token"].as_str()) {
        assert_eq!(
            seen(&bench.ask(Some(&format!("Bearer {token}"))).await),
            expected,
            "{token}"
        );
    }
    assert_eq!(expected.1["status"], Value::from(401));
}
