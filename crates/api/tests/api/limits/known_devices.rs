//! The cookie of a device on which somebody signed in before.

use super::{WRONG, counted, tries, try_once};
use crate::support::{World, key, password, token_of};
use chrono::Duration;
use gangway::limits::{DEVICE_COOKIE, device_cookie};
use gangway_domain::ids::PersonId;
use gangway_domain::wire::{ConfirmPasswordReset, RequestPasswordReset};
use uuid::Uuid;

const OWNER: &str = "owner@harborit.example";

/// Strangers use up what an account may be tried.
async fn use_up(world: &World) {
    for _ in 0..11 {
        tries(&world.client(), OWNER, 4).await;
    }
    assert_eq!(tries(&world.client(), OWNER, 1).await, [429]);
}

#[tokio::test]
async fn au_01_the_cookie_is_out_of_reach_of_scripts_and_of_other_sites() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    let answer = try_once(&world.client(), OWNER, &password()).await;
    let cookie = answer
        .headers
        .iter()
        .find(|(name, value)| name == "set-cookie" && value.starts_with(DEVICE_COOKIE))
        .map(|(_, value)| value.as_str())
        .expect("a cookie");
    for part in ["HttpOnly", "Secure", "SameSite=Strict", "Path=/"] {
        assert!(cookie.split("; ").any(|known| known == part), "{cookie}");
    }
    assert!(
        cookie.contains(&format!("Max-Age={}", 180 * 24 * 3_600)),
        "{cookie}"
    );
    assert!(!cookie.contains("Domain") && !cookie.contains('@'));
    let wrong = try_once(&world.client(), OWNER, WRONG).await;
    assert!(wrong.header("set-cookie").is_none());
}

#[tokio::test]
async fn au_01_a_known_device_has_its_own_tries_and_they_end_too() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    use_up(&world).await;
    let cookie = device_cookie(world.context(), owner.me.id).to_string();
    let mut statuses = Vec::new();
    for _ in 0..30 {
        let api = world.client();
        api.take_cookie(&cookie);
        statuses.extend(tries(&api, OWNER, 1).await);
    }
    assert_eq!(counted(statuses), [(401, 10), (429, 20)].into());
}

#[tokio::test]
async fn au_01_a_cookie_that_was_forged_or_is_another_person_s_or_too_old_helps_nobody() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("River IT").await;
    let ctx = world.context();
    let old = device_cookie(ctx, owner.me.id).to_string();
    world.advance(Duration::days(181));
    use_up(&world).await;
    let good = device_cookie(ctx, owner.me.id).value().to_owned();
    let until = ctx.now().timestamp() + 3_600;
    let device: Uuid = ctx.new_id();
    let mut parts: Vec<&str> = good.split('.').collect();
    let (of_other, far) = (other.me.id.0.simple().to_string(), "9999999999".to_owned());
    parts[1] = &of_other;
    let person_changed = parts.join(".");
    parts = good.split('.').collect();
    parts[2] = &far;
    let end_changed = parts.join(".");
    for value in [
        person_changed,
        end_changed,
        ctx.keys.device_token(device, other.me.id, until),
        ctx.keys.device_token(device, PersonId(device), until),
        format!("{good}.x"),
        "x".to_owned(),
        String::from("...."),
    ] {
        let api = world.client();
        api.take_cookie(&format!("{DEVICE_COOKIE}={value}"));
        assert_eq!(tries(&api, OWNER, 1).await, [429], "{value}");
    }
    let api = world.client();
    api.take_cookie(&old);
    assert_eq!(tries(&api, OWNER, 1).await, [429], "too old");
    api.take_cookie(&format!("{DEVICE_COOKIE}={good}"));
    assert_eq!(tries(&api, OWNER, 1).await, [401], "a good one");
}

#[tokio::test]
async fn au_01_who_sets_a_new_password_signs_in_on_that_device() {
    let world = World::start().await;
    world.partner("Harbor IT").await;
    use_up(&world).await;
    let api = world.client();
    let ask = RequestPasswordReset {
        email: OWNER.to_owned(),
    };
    api.request_password_reset(&ask, &key())
        .await
        .expect("asks");
    let new = "quiet herons wade south";
    let body = ConfirmPasswordReset {
        token: token_of(&world.mail_to(OWNER).await),
        password: new.to_owned(),
    };
    api.confirm_password_reset(&body).await.expect("sets");
    assert_eq!(try_once(&api, OWNER, new).await.status, 201);
    let elsewhere = try_once(&world.client(), OWNER, new).await;
    assert_eq!(elsewhere.status, 429);
}
