use super::{refresh_call, seen, sign_in_call};
use crate::support::{World, password, refused};
use gangway_api_client::{Answer, Call};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::RefreshSession;

fn call() -> Call {
    Call::post("sign_out", "/public/v1/sessions/sign-out")
}

fn set_cookie(answer: &Answer) -> Vec<&str> {
    let header = answer.header("set-cookie").expect("a cookie");
    header.split("; ").collect()
}

#[tokio::test]
async fn se_03_the_refresh_token_is_only_in_a_host_cookie_out_of_reach_of_scripts() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let api = world.client();
    let signed_in = sign_in_call("owner@harborit.example", &password());
    for call in [signed_in, refresh_call()] {
        let answer = api.exchange(&call, None).await.expect("an answer");
        let parts = set_cookie(&answer);
        assert!(parts[0].starts_with("__Host-gangway="), "{parts:?}");
        let mut attributes = parts[1..].to_vec();
        attributes.sort_unstable();
        let wanted = [
            "HttpOnly",
            "Max-Age=2592000",
            "Path=/",
            "SameSite=Strict",
            "Secure",
        ];
        assert_eq!(attributes, wanted);
        let hint = answer
            .headers
            .iter()
            .filter(|(name, _)| name == "set-cookie")
            .map(|(_, value)| value.as_str())
            .nth(1);
        let told = "gangway-signed-in=1; SameSite=Strict; Secure; Path=/; Max-Age=2592000";
        assert_eq!(
            hint,
            Some(told),
            "scripts only learn that there is a session"
        );
        let body = String::from_utf8_lossy(&answer.body).into_owned();
        let token = parts[0].split_once('=').expect("a value").1;
        assert!(!body.contains(token), "the body holds the refresh token");
        assert_eq!(answer.header("cache-control"), Some("no-store"));
    }
}

#[tokio::test]
async fn se_03_signing_out_ends_the_session_and_clears_what_the_browser_keeps() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (token, cookie) = (
        owner.api.access_token(),
        crate::sign_in::refresh_cookie(&owner.api),
    );
    let answer = owner.api.exchange(&call(), None).await.expect("an answer");
    assert_eq!(answer.status, 204);
    assert_eq!(
        answer.header("clear-site-data"),
        Some("\"cache\", \"storage\"")
    );
    assert_eq!(answer.header("cache-control"), Some("no-store"));
    let mut parts = set_cookie(&answer);
    parts.sort_unstable();
    let wanted = [
        "HttpOnly",
        "Max-Age=0",
        "Path=/",
        "SameSite=Strict",
        "Secure",
        "__Host-gangway=",
    ];
    assert_eq!(parts, wanted);
    let me = Call::get("read_me", "/api/v1/me");
    let answer = world
        .client()
        .exchange(&me, token.as_deref())
        .await
        .expect("an answer");
    assert_eq!(answer.status, 401, "the access token is dead at once");
    let other = world.client();
    other.take_cookie(&cookie);
    let refresh = RefreshSession { place_id: None };
    refused(
        other.refresh_session(&refresh).await,
        ProblemCode::NotSignedIn,
    );
    assert_eq!(world.events("session.ended").await, 1);
}

#[tokio::test]
async fn signing_out_ends_this_browser_only() {
    let world = World::start().await;
    let desk = world.partner("Harbor IT").await;
    let phone = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    desk.api.sign_out().await.expect("signs out");
    phone.api.read_me().await.expect("still signed in");
}

#[tokio::test]
async fn signing_out_is_fine_without_a_session_and_twice() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let cookie = crate::sign_in::refresh_cookie(&owner.api);
    world
        .client()
        .sign_out()
        .await
        .expect("fine without a session");
    for _ in 0..2 {
        let again = world.client();
        again.take_cookie(&cookie);
        again.sign_out().await.expect("signs out");
    }
    assert_eq!(world.events("session.ended").await, 1, "ended once");
    let forged = world.client();
    forged.take_cookie("__Host-gangway=00000000000070008000000000000000.1.AAAA");
    forged
        .sign_out()
        .await
        .expect("a forged cookie ends nothing");
    assert_eq!(world.events("session.ended").await, 1);
}

#[tokio::test]
async fn se_04_another_site_cannot_sign_a_browser_out() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let foreign = call().header("origin", "https://evil.example");
    let answer = owner.api.exchange(&foreign, None).await.expect("an answer");
    assert_eq!(seen(&answer).0, 403);
    assert_eq!(answer.header("clear-site-data"), None);
    owner.api.read_me().await.expect("still signed in");
}

#[tokio::test]
async fn se_03_every_answer_of_the_api_is_kept_by_nobody() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let token = owner.api.access_token();
    for (operation, path) in [
        ("read_me", "/api/v1/me"),
        ("read_partner", "/api/v1/partner"),
        ("list_users", "/api/v1/users"),
        ("list_clients", "/api/v1/clients"),
        ("list_invites", "/api/v1/invites"),
        ("read_public_settings", "/public/v1/settings"),
    ] {
        let call = Call::get(operation, path);
        for token in [token.as_deref(), None] {
            let answer = owner.api.exchange(&call, token).await.expect("an answer");
            assert_eq!(
                answer.header("cache-control"),
                Some("no-store"),
                "{path} {}",
                answer.status
            );
        }
    }
}
