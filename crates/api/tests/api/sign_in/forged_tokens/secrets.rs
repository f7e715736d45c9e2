//! The key behind the tokens.

use super::bench::Bench;
use crate::support::World;
use gangway::config::Config;
use ring::hmac;

#[test]
fn se_01_the_server_refuses_to_start_with_a_weak_secret() {
    for weak in [
        "secret",
        "changeme",
        "password",
        "short-but-not-known",
        "31 characters are not quite ok.",
        "your-256-bit-secret-your-256-bit-secret",
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
    ] {
        let wrong = Config::from_pairs(&[("GANGWAY_SECRET_KEY", weak)]).expect_err(weak);
        let words = wrong.to_string();
        assert!(words.contains("GANGWAY_SECRET_KEY"), "{words}");
        assert!(weak.len() < 12 || !words.contains(weak), "{words}");
    }
}

#[tokio::test]
async fn se_01_none_of_10000_common_secrets_made_a_token() {
    let world = World::start().await;
    let bench = Bench::new(&world).await;
    let (text, _) = bench.real.rsplit_once('.').expect("a signature");
    let tag = bench.part(2);
    let verifies = |secret: &[u8]| {
        let key = hmac::Key::new(hmac::HMAC_SHA256, secret);
        hmac::verify(&key, text.as_bytes(), &tag).is_ok()
    };
    assert!(verifies(&bench.key), "the check itself works");
    assert!(
        !verifies(&bench.secret),
        "the installation's secret itself signs nothing"
    );
    let words = [
        "secret",
        "changeme",
        "password",
        "gangway",
        "your-256-bit-secret",
        "key",
        "jwt",
        "test",
        "admin",
        "default",
        "example",
        "letmein",
        "qwerty",
        "token",
        "hmac",
        "dev",
        "prod",
        "s3cr3t",
        "",
        "x",
    ];
    let ends: Vec<String> = (0..500).map(|number| number.to_string()).collect();
    let secrets = words.iter().flat_map(|word| {
        let plain = std::iter::once((*word).to_owned());
        plain.chain(ends.iter().map(move |end| format!("{word}{end}")))
    });
    let mut tried = 0;
    for secret in secrets {
        assert!(!verifies(secret.as_bytes()), "{secret}");
        tried += 1;
    }
    assert!(tried >= 10_000);
}

#[test]
fn se_01_signatures_are_compared_in_constant_time() {
    // ring's verify compares in constant time; nothing else in the module looks at a signature.
    let source = include_str!("../../../../src/tokens.rs");
    assert!(source.contains("hmac::verify(&self.0, message, tag)"));
    assert!(!source.contains("hmac::sign(&self.0, message) =="));
}
