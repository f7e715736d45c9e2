use super::{refresh_call, refresh_cookie, seen};
use crate::support::{Staff, World, refused};
use chrono::Duration;
use gangway_api_client::{Answer, Call, Client};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::RefreshSession;

pub const REFRESH: RefreshSession = RefreshSession { place_id: None };

/// A browser that holds a copy of a cookie.
pub fn copy(world: &World, cookie: &str) -> Client {
    let client = world.client();
    client.take_cookie(cookie);
    client
}

pub async fn refresh(client: &Client) -> Answer {
    client
        .exchange(&refresh_call(), None)
        .await
        .expect("an answer")
}

pub async fn is_signed_in(world: &World, token: Option<String>) -> bool {
    let me = Call::get("read_me", "/api/v1/me");
    world
        .client()
        .exchange(&me, token.as_deref())
        .await
        .expect("an answer")
        .status
        == 200
}

#[tokio::test]
async fn a_session_goes_on_with_a_fresh_token_and_a_new_cookie() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (token, cookie) = (owner.api.access_token(), refresh_cookie(&owner.api));
    world.advance(Duration::minutes(9));
    let session = owner
        .api
        .refresh_session(&REFRESH)
        .await
        .expect("refreshes");
    assert_eq!(session.me, owner.me);
    assert_ne!(Some(session.access_token), token);
    assert_ne!(refresh_cookie(&owner.api), cookie);
}

#[tokio::test]
async fn a_client_whose_token_ran_out_refreshes_by_itself() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = owner.api.access_token();
    world.advance(Duration::seconds(600));
    assert!(!is_signed_in(&world, token).await);
    owner.api.read_me().await.expect("refreshed on the way");
}

#[tokio::test]
async fn se_01_a_session_ends_when_idle_and_in_any_case() {
    let world = World::start().await;
    let idle = world.partner("Harbor IT").await;
    world.advance(Duration::hours(12));
    refused(idle.api.read_me().await, ProblemCode::NotSignedIn);
    let busy = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    for _ in 0..65 {
        world.advance(Duration::hours(11));
        busy.api.refresh_session(&REFRESH).await.expect("in use");
    }
    world.advance(Duration::hours(11));
    refused(
        busy.api.refresh_session(&REFRESH).await,
        ProblemCode::NotSignedIn,
    );
}

#[tokio::test]
async fn forged_and_missing_cookies_get_the_same_answer() {
    let world = World::start().await;
    let Staff { api, .. } = world.partner("Harbor IT").await;
    let cookie = refresh_cookie(&api);
    let (name, value) = cookie.split_once('=').expect("a value");
    let parts: Vec<&str> = value.split('.').collect();
    let other = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let other_session = refresh_cookie(&other.api);
    let other_id = other_session
        .split_once('=')
        .expect("a value")
        .1
        .split('.')
        .next();
    let expected = seen(&refresh(&world.client()).await);
    assert_eq!(expected.0, 401);
    for forged in [
        format!("{}.2.{}", parts[0], parts[2]),
        format!("{}.1.{}", other_id.expect("an id"), parts[2]),
        format!("{}.1.", parts[0]),
        format!("{}.01.{}", parts[0], parts[2]),
        format!("{value}.x"),
        parts[0].to_uppercase() + ".1." + parts[2],
        "x".repeat(3_000),
    ] {
        let answer = refresh(&copy(&world, &format!("{name}={forged}"))).await;
        assert_eq!(seen(&answer), expected, "{forged}");
    }
    api.read_me().await.expect("the session is not harmed");
}

#[tokio::test]
async fn a_place_of_somebody_else_is_not_found() {
    let world = World::start().await;
    let harbor = world.partner("Harbor IT").await;
    let river = world.partner("River IT").await;
    let foreign = RefreshSession {
        place_id: Some(river.place()),
    };
    let cookie = refresh_cookie(&harbor.api);
    refused(
        harbor.api.refresh_session(&foreign).await,
        ProblemCode::NotFound,
    );
    assert_eq!(refresh_cookie(&harbor.api), cookie, "nothing was replaced");
    harbor.api.refresh_session(&REFRESH).await.expect("goes on");
}

#[tokio::test]
async fn se_04_another_site_cannot_refresh() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let foreign = refresh_call().header("sec-fetch-site", "cross-site");
    assert_eq!(
        owner
            .api
            .exchange(&foreign, None)
            .await
            .expect("an answer")
            .status,
        403
    );
    let form = refresh_call().header("content-type", "application/x-www-form-urlencoded");
    assert_eq!(
        owner
            .api
            .exchange(&form, None)
            .await
            .expect("an answer")
            .status,
        415
    );
}
