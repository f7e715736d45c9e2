//! Texts that are no token of ours at all, and tokens in the wrong place.

use super::bench::{Bench, bearer, encoded};
use super::{Forge, seen};
use crate::support::World;
use gangway_api_client::Call;

pub const CASES: &[(&str, Forge)] = &[
    ("four_parts", |bench| {
        bearer([format!("{}.x", bench.real), format!("{}.", bench.real)])
    }),
    ("one_part", |bench| {
        bearer([encoded(bench.part(1)), "x".to_owned()])
    }),
    ("empty", |_| {
        vec!["Bearer".to_owned(), "Bearer ".to_owned(), String::new()]
    }),
    ("jwe", |bench| {
        let header = encoded(r#"{"alg":"dir","enc":"A256GCM"}"#);
        let part = encoded([7; 16]);
        let real: Vec<&str> = bench.real.split('.').collect();
        bearer([
            format!("{header}..{part}.{part}.{part}"),
            format!("{}.{part}.{}.{}.{part}", real[0], real[1], real[2]),
        ])
    }),
    ("typ_refresh", |bench| bearer([bench.refresh_token.clone()])),
    ("typ_invite", |bench| {
        let mut tokens = bench.link_tokens.clone();
        // The public key of an application code looks like this.
        tokens.push("gwa_0123456789abcdefghijklmnopqrstuv".to_owned());
        bearer(tokens)
    }),
    ("basic", |bench| {
        let login = encoded(format!("owner:{}", bench.real));
        vec![
            format!("Basic {}", bench.real),
            format!("Basic {login}"),
            format!("Token {}", bench.real),
        ]
    }),
];

#[tokio::test]
async fn se_01_the_word_bearer_is_borne_in_any_case() {
    let world = World::start().await;
    let bench = Bench::new(&world).await;
    for word in ["bEaReR", "bearer", "BEARER"] {
        let answer = bench.ask(Some(&format!("{word} {}", bench.real))).await;
        assert_eq!(answer.status, 200, "{word}");
    }
}

#[tokio::test]
async fn se_01_two_tokens_at_once_are_refused() {
    let world = World::start().await;
    let bench = Bench::new(&world).await;
    let expected = seen(&bench.ask(None).await);
    let real = format!("Bearer {}", bench.real);
    assert_eq!(
        seen(&bench.ask(Some(&format!("{real}, {real}"))).await),
        expected
    );
    let twice = world.client().with_header("authorization", real.clone());
    let call = Call::get("read_me", "/api/v1/me").header("authorization", real);
    assert_eq!(
        seen(&twice.exchange(&call, None).await.expect("an answer")),
        expected
    );
}

#[tokio::test]
async fn se_01_a_token_in_the_address_is_not_looked_at() {
    let world = World::start().await;
    let bench = Bench::new(&world).await;
    for name in ["token", "access_token", "authorization"] {
        let address = format!("{}/api/v1/me?{name}={}", world.base(), bench.real);
        let answer = world.http().get(address).send().await.expect("an answer");
        assert_eq!(answer.status(), 401, "{name}");
    }
}

#[tokio::test]
async fn se_01_deep_and_huge_tokens_are_refused_and_the_server_lives() {
    let world = World::start().await;
    let bench = Bench::new(&world).await;
    let expected = seen(&bench.ask(None).await);
    // As deep as is read at all, and as deep as fits into a header.
    for levels in [2_000, 45_000] {
        let deep = bench.with_payload(&format!("{}1", "[".repeat(levels)));
        assert_eq!(
            seen(&bench.ask(Some(&format!("Bearer {deep}"))).await),
            expected
        );
    }
    let deeper = bench.with_payload(&format!("{}1{}", "[".repeat(100_000), "]".repeat(100_000)));
    for token in [deeper, "a".repeat(100 * 1024), "a".repeat(1024 * 1024)] {
        let address = format!("{}/api/v1/me", world.base());
        let request = world
            .http()
            .get(address)
            .header("authorization", format!("Bearer {token}"));
        // The server may close before all of it was sent.
        if let Ok(answer) = request.send().await {
            assert_eq!(answer.status(), 431);
        }
        assert_eq!(
            bench
                .ask(Some(&format!("Bearer {}", bench.real)))
                .await
                .status,
            200
        );
    }
}
