//! SE-02: a refresh token is replaced each time, and one that comes back ends its family.

use super::refresh_cookie;
use super::refresh_session::{REFRESH, copy, is_signed_in, refresh};
use crate::support::{World, refused};
use chrono::Duration;
use gangway_domain::problem::ProblemCode;

#[tokio::test]
async fn se_02_a_replaced_token_after_the_grace_ends_the_family_and_is_on_record() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let stolen = refresh_cookie(&owner.api);
    owner
        .api
        .refresh_session(&REFRESH)
        .await
        .expect("refreshes");
    world.advance(Duration::seconds(60));
    let thief = copy(&world, &stolen);
    refused(
        thief.refresh_session(&REFRESH).await,
        ProblemCode::NotSignedIn,
    );
    assert!(
        !is_signed_in(&world, owner.api.access_token()).await,
        "the access token is dead"
    );
    refused(
        owner.api.refresh_session(&REFRESH).await,
        ProblemCode::NotSignedIn,
    );
    assert_eq!(world.events("session.refresh_token_reused").await, 1);
    let mail = world.mail_to("owner@harborit.example").await;
    assert_eq!(mail.subject, "You were signed out on one device");
    refused(
        thief.refresh_session(&REFRESH).await,
        ProblemCode::NotSignedIn,
    );
    assert_eq!(world.run_jobs().await, 0, "told once");
}

#[tokio::test]
async fn se_02_an_end_of_one_family_leaves_the_other_devices() {
    let world = World::start().await;
    let desk = world.partner("Harbor IT").await;
    let phone = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let stolen = refresh_cookie(&desk.api);
    desk.api.refresh_session(&REFRESH).await.expect("refreshes");
    world.advance(Duration::seconds(11));
    refused(
        copy(&world, &stolen).refresh_session(&REFRESH).await,
        ProblemCode::NotSignedIn,
    );
    phone.api.read_me().await.expect("still signed in");
}

#[tokio::test]
async fn se_02_two_tabs_within_the_grace_get_the_same_new_cookie() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let cookie = refresh_cookie(&owner.api);
    let (one, other) = (copy(&world, &cookie), copy(&world, &cookie));
    let answers = tokio::join!(refresh(&one), refresh(&other));
    assert_eq!((answers.0.status, answers.1.status), (200, 200));
    assert_eq!(refresh_cookie(&one), refresh_cookie(&other), "one family");
    assert_ne!(refresh_cookie(&one), cookie);
    world.advance(Duration::seconds(9));
    let late = copy(&world, &cookie);
    assert_eq!(refresh(&late).await.status, 200, "still within ten seconds");
    assert_eq!(refresh_cookie(&late), refresh_cookie(&one));
    assert_eq!(world.events("session.refresh_token_reused").await, 0);
    one.refresh_session(&REFRESH).await.expect("goes on");
    let two_behind = refresh(&copy(&world, &cookie)).await;
    assert_eq!(
        two_behind.status, 401,
        "the grace is for the one before only"
    );
    assert_eq!(world.events("session.refresh_token_reused").await, 1);
}
