//! AK-05: how many requests a key may make.

use super::{made, of, program};
use crate::support::World;
use chrono::Duration;
use gangway_api_client::{Answer, Call, Client};

fn number(answer: &Answer, name: &str) -> u64 {
    let text = answer.header(name).unwrap_or_else(|| panic!("no {name}"));
    text.parse().expect("a number")
}

async fn ask(api: &Client) -> Answer {
    let call = Call::get("list_clients", "/api/v1/clients");
    let token = api.access_token();
    api.exchange(&call, token.as_deref())
        .await
        .expect("an answer")
}

#[tokio::test]
async fn ak_05_headers_say_what_is_left_and_a_refusal_when_to_come_back() {
    let world = World::start_with(&[("GANGWAY_API_KEY_REQUESTS_PER_MINUTE", "60")]).await;
    let owner = world.partner("Harbor IT").await;
    let (_, key) = made(&owner, &of(&["clients:read"])).await;
    let api = program(&world, &key);
    let mut before = 13;
    for _ in 0..12 {
        let answer = ask(&api).await;
        assert_eq!(answer.status, 200);
        assert_eq!(number(&answer, "ratelimit-limit"), 12);
        let left = number(&answer, "ratelimit-remaining");
        assert!(left < before, "{left} after {before}");
        before = left;
        assert!(
            answer
                .header("ratelimit")
                .expect("a header")
                .starts_with("\"api_key\";r=")
        );
        assert_eq!(
            answer.header("ratelimit-policy"),
            Some("\"api_key\";q=12;w=15")
        );
    }
    let answer = ask(&api).await;
    assert_eq!(answer.status, 429);
    let wait = number(&answer, "retry-after");
    assert!((1..=2).contains(&wait), "{wait}");
    assert_eq!(number(&answer, "ratelimit-remaining"), 0);
    // Another key, and the people, are not slowed.
    let (_, other) = made(&owner, &of(&["clients:read"])).await;
    assert_eq!(ask(&program(&world, &other)).await.status, 200);
    owner.api.read_me().await.expect("answers");
    world.advance(Duration::seconds(i64::try_from(wait).expect("small")));
    assert_eq!(ask(&api).await.status, 200, "as Retry-After says");
    world.advance(Duration::seconds(15));
    let answer = ask(&api).await;
    assert_eq!(number(&answer, "ratelimit-remaining"), 11, "all came back");
}

#[tokio::test]
async fn ak_05_ten_times_as_many_on_two_instances_go_over_by_five_percent_at_most() {
    const LIMIT: u32 = 300;
    let limit = LIMIT.to_string();
    let world = World::start_with(&[("GANGWAY_API_KEY_REQUESTS_PER_MINUTE", &limit)]).await;
    let owner = world.partner("Harbor IT").await;
    let (_, key) = made(&owner, &of(&["clients:read"])).await;
    let second = world.second_instance().await;
    let there = Client::new(&format!("http://{}", second.addr()));
    there.use_access_token(key.clone());
    let both = [program(&world, &key), there];

    // Half a minute of calm use before, so that both instances hold what they took.
    for _ in 0..10 {
        for api in &both {
            assert_eq!(ask(api).await.status, 200);
        }
        world.advance(Duration::seconds(3));
    }
    let ends = world.context().now() + Duration::seconds(60);
    let (mut sent, mut passed) = (0_u32, 0_u32);
    while world.context().now() < ends {
        for api in &both {
            sent += 1;
            passed += u32::from(ask(api).await.status == 200);
        }
        // Two in 40 ms are ten times 300 in a minute.
        world.advance(Duration::milliseconds(34));
    }
    println!("AK-05: {passed} of {sent} requests in a minute, limit {LIMIT}");
    assert!(sent >= 2 * LIMIT, "{sent} sent");
    assert!(passed * 100 <= LIMIT * 105, "{passed} passed");
    assert!(passed * 100 >= LIMIT * 90, "{passed} passed");
    second.stop().await;
}
