use crate::support::{World, password, refused};
use chrono::Duration;
use gangway_api_client::{Client, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{OpenSession, RefreshSession, SignIn};

const FIREFOX: &str =
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

pub async fn sessions(api: &Client) -> Vec<OpenSession> {
    let page = api.list_my_sessions(List::first()).await;
    page.expect("lists").data
}

/// The owner of Harbor IT in another browser.
pub async fn in_firefox(world: &World) -> Client {
    let api = world.client().with_header("user-agent", FIREFOX);
    let body = SignIn {
        email: "owner@harborit.example".to_owned(),
        password: password(),
    };
    api.sign_in(&body).await.expect("signs in");
    api
}

#[tokio::test]
async fn se_05_one_sees_where_one_is_signed_in_and_which_of_them_this_is() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.advance(Duration::minutes(5));
    let firefox = in_firefox(&world).await;
    let seen = sessions(&firefox).await;
    assert_eq!(seen.len(), 2);
    assert_eq!(
        (seen[0].device.as_str(), seen[0].is_current),
        ("Firefox on Windows", true)
    );
    assert_eq!(
        (seen[1].device.as_str(), seen[1].is_current),
        ("Unknown device", false)
    );
    assert!(seen[1].created_at + Duration::minutes(5) <= seen[0].created_at);
    assert!(seen[0].created_at <= world.context().now());
    for session in &seen {
        let address = session.address.as_deref().unwrap_or_default();
        assert!(address.starts_with("198.18."), "{address}");
    }
    let current: Vec<bool> = sessions(&owner.api)
        .await
        .iter()
        .map(|one| one.is_current)
        .collect();
    assert_eq!(current, [false, true]);
}

#[tokio::test]
async fn se_05_nobody_sees_the_sessions_of_another() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    assert_eq!(sessions(&other.api).await.len(), 1);
    refused(
        world.client().list_my_sessions(List::first()).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn se_05_the_last_use_is_written_at_most_once_a_minute() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let stored = async || sessions(&owner.api).await[0].last_used_at;
    let begun = stored().await;
    world.advance(Duration::seconds(30));
    assert_eq!(stored().await, begun, "too early to write again");
    world.advance(Duration::seconds(30));
    let after = world.context().now();
    stored().await;
    let noted = stored().await;
    assert!(noted >= after, "{noted} {after}");
    world.advance(Duration::seconds(30));
    assert_eq!(stored().await, noted);
}

#[tokio::test]
async fn se_05_a_session_that_ran_out_is_not_listed() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    in_firefox(&world).await;
    assert_eq!(sessions(&owner.api).await.len(), 2);
    let idle = world.context().config.sessions.idle;
    world.advance(idle - Duration::hours(1));
    let body = RefreshSession { place_id: None };
    owner.api.refresh_session(&body).await.expect("refreshes");
    world.advance(Duration::hours(2));
    assert_eq!(
        sessions(&owner.api).await.len(),
        1,
        "only the one in use is left"
    );
}

#[tokio::test]
async fn se_05_only_a_proxy_we_trust_says_whom_it_speaks_for() {
    for (trusted, wanted) in [("", "127.0.0.1"), ("127.0.0.0/8", "203.0.113.7")] {
        let world = World::start_with(&[("GANGWAY_TRUSTED_PROXIES", trusted)]).await;
        world.partner("Harbor IT").await;
        let api = world
            .client()
            .with_header("x-forwarded-for", "1.2.3.4, 203.0.113.7");
        let body = SignIn {
            email: "owner@harborit.example".to_owned(),
            password: password(),
        };
        api.sign_in(&body).await.expect("signs in");
        assert_eq!(sessions(&api).await[0].address.as_deref(), Some(wanted));
    }
}
