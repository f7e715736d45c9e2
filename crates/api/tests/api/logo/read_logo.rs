use super::{LOGO, any_png, get, jane, png, sent};
use crate::support::{World, refused};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;

fn width(png: &[u8]) -> u32 {
    image::load_from_memory(png).expect("a picture").width()
}

#[tokio::test]
async fn up_07_the_smallest_that_fills_the_square_is_given_or_else_the_largest() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let put = jane.api.put_logo(jane.client, "a.png", png(200, 200)).await;
    assert_eq!(put.expect("keeps").sizes, [64, 128, 256]);
    for (size, wanted) in [
        ("1", 64),
        ("64", 64),
        ("65", 128),
        ("200", 200),
        ("2048", 200),
    ] {
        assert_eq!(
            width(&get(&jane.api, jane.client, size).await.body),
            wanted,
            "{size}"
        );
    }
    let without = sent(&jane.api, Call::get("read_logo", LOGO).with(jane.client)).await;
    assert_eq!(width(&without.body), 128);
    for size in ["0", "2049", "-1", "x", "64px", ""] {
        assert_eq!(
            get(&jane.api, jane.client, size).await.status,
            400,
            "{size}"
        );
    }
    let twice = Call::get("read_logo", LOGO).with(jane.client);
    let twice = twice.query("size", "64").query("size", "64");
    assert_eq!(sent(&jane.api, twice).await.status, 400);
}

#[tokio::test]
async fn tn_06_xs_08_it_is_served_as_a_fixed_type_that_nothing_can_run_from() {
    let world = World::start().await;
    let jane = jane(&world).await;
    // GIF by content, HTML by name and header.
    let gif =
        b"GIF89a\x01\0\x01\0\x80\0\0\xff\xff\xff\0\0\0,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;";
    let call = Call::new("put_logo", reqwest::Method::PUT, LOGO).with(jane.client);
    let call = call.query("name", "x.html").file(gif.to_vec());
    let call = call.header("content-type", "text/html");
    assert_eq!(sent(&jane.api, call).await.status, 200);
    let shown = get(&jane.api, jane.client, "64").await;
    let header = |name: &str| shown.header(name).expect(name).to_owned();
    assert_eq!(header("content-type"), "image/png");
    assert_eq!(header("x-content-type-options"), "nosniff");
    let policy = header("content-security-policy");
    assert!(
        policy.starts_with("sandbox; default-src 'none'"),
        "{policy}"
    );
    assert_eq!(
        header("content-disposition"),
        "attachment; filename=\"x.png\""
    );
    assert_eq!(header("cache-control"), "private, no-store");
    assert_eq!(header("cross-origin-resource-policy"), "same-origin");
}

#[tokio::test]
async fn up_07_while_it_is_the_same_it_is_not_sent_again() {
    let world = World::start().await;
    let jane = jane(&world).await;
    jane.api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    let first = get(&jane.api, jane.client, "64").await;
    let tag = first.header("etag").expect("a tag").to_owned();
    let with = async |tags: &str| {
        let call = Call::get("read_logo", LOGO)
            .with(jane.client)
            .query("size", "64");
        sent(&jane.api, call.header("if-none-match", tags)).await
    };
    let same = with(&tag).await;
    assert_eq!((same.status, same.body.len()), (304, 0));
    assert_eq!(same.header("etag"), Some(tag.as_str()));
    assert_eq!(same.header("cache-control"), Some("private, no-store"));
    assert_eq!(with(&format!("\"x\", W/{tag}")).await.status, 304);
    assert_eq!(with("\"x\"").await.status, 200);
    let other_size = get(&jane.api, jane.client, "128").await;
    assert_ne!(other_size.header("etag"), Some(tag.as_str()));
    jane.api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    assert_eq!(with(&tag).await.status, 200);
}

#[tokio::test]
async fn tn_03_a_logo_that_is_not_there_and_one_that_is_not_yours_look_the_same() {
    let world = World::start().await;
    let jane = jane(&world).await;
    let other = world.partner("Pier IT").await;
    refused(
        jane.api.read_logo(jane.client, 64).await,
        ProblemCode::NotFound,
    );
    jane.api
        .put_logo(jane.client, "a.png", any_png())
        .await
        .expect("keeps");
    refused(
        other.api.read_logo(jane.client, 64).await,
        ProblemCode::NotFound,
    );
    let stranger = get(&world.client(), jane.client, "64").await;
    assert_eq!(stranger.status, 401);
}
