//! What is not taken, in words that say what is.

use super::{files, jane, png, put};
use crate::support::World;
use gangway_api_client::Answer;
use serde_json::Value;

fn told(answer: &Answer) -> (u16, String, String) {
    let body: Value = serde_json::from_slice(&answer.body).expect("a problem");
    let kind = body["type"].as_str().expect("a type").rsplit('/').next();
    let detail = body["detail"].as_str().expect("words").to_owned();
    (answer.status, kind.expect("a code").to_owned(), detail)
}

#[tokio::test]
async fn up_07_each_refusal_names_the_limit_and_nothing_is_stored() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let before = world.tables().await;
    let svg = b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec();
    let mut cut = png(64, 64);
    cut.truncate(60);
    let cases = [
        (svg, 415, "unsupported_file", "SVG"),
        (
            b"%PDF-1.7".to_vec(),
            415,
            "unsupported_file",
            "PNG, JPEG, WebP or GIF",
        ),
        (Vec::new(), 415, "unsupported_file", "empty"),
        (cut, 422, "unusable_file", "damaged"),
        (
            png(3, 8193),
            422,
            "unusable_file",
            "16 megapixels and 8192 pixels",
        ),
        (vec![0; 5_000_001], 413, "too_large", "5 MB"),
    ];
    for (body, status, code, words) in cases {
        let answer = told(&put(&jane.api, jane.client, "logo.png", body).await);
        assert_eq!((answer.0, answer.1.as_str()), (status, code));
        assert!(answer.2.contains(words), "{}", answer.2);
    }
    assert_eq!(world.tables().await, before);
    assert!(files(&world).is_empty());
}

#[tokio::test]
async fn up_07_a_body_that_says_it_is_too_large_is_refused_before_it_comes() {
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
    let world = World::start().await;
    let jane = jane(&world).await;
    let token = jane.api.access_token().expect("signed in");
    let head = format!(
        "PUT /api/v1/clients/{}/logo HTTP/1.1\r\nhost: x\r\nauthorization: Bearer {token}\r\ncontent-length: 5000001\r\n\r\n",
        jane.client
    );
    #[expect(clippy::disallowed_types, reason = "calls Gangway itself, in a test")]
    let mut wire = tokio::net::TcpStream::connect(world.server().addr())
        .await
        .expect("connects");
    wire.write_all(head.as_bytes()).await.expect("sends");
    let mut answer = [0; 12];
    wire.read_exact(&mut answer).await.expect("an answer");
    assert_eq!(&answer, b"HTTP/1.1 413");
}
