//! TN-08: what was taken away is gone from streams that are open, within five seconds.

use super::{follow, next, rest, text_in, two_clients};
use crate::api_keys::{made, of, program};
use crate::support::{Staff, World};
use chrono::{DateTime, Duration, Utc};
use gangway_api_client::EventStream;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::ChangeUserRole;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::session;
use std::time::{Duration as StdDuration, Instant};

/// Five seconds, and what a busy machine adds.
const AT_MOST: StdDuration = StdDuration::from_millis(6_500);

async fn ends(mut stream: EventStream, what: &str) {
    let taken = Instant::now();
    rest(&mut stream).await;
    assert!(taken.elapsed() < AT_MOST, "{what}: {:?}", taken.elapsed());
}

async fn manager(world: &World, owner: &Staff) -> Staff {
    let email = "mia@harborit.example";
    world.staff(owner, StaffRole::Manager, email).await
}

async fn make(owner: &Staff, user: &Staff, role: StaffRole) {
    let read = owner.api.read_user(user.place()).await.expect("reads");
    let body = ChangeUserRole { role };
    let changed = owner.api.change_user_role(user.place(), &body, &read.etag);
    changed.await.expect("changes");
}

#[tokio::test]
async fn tn_08_a_role_that_may_no_longer_ends_the_stream_and_one_that_may_does_not() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let mia = manager(&world, &owner).await;
    let mut stream = follow(&mia.api).await;
    make(&owner, &mia, StaffRole::Administrator).await;
    // Until the stream has looked.
    tokio::time::sleep(StdDuration::from_secs(5)).await;
    let (message, _) = text_in(world.context(), owner.partner(), jane.client).await;
    while next(&mut stream).await.subject_id != Some(message.0) {}
    make(&owner, &mia, StaffRole::Technician).await;
    ends(stream, "a lower role").await;
    let refused = mia.api.read_stream(None).await.expect_err("may not");
    assert!(refused.is(ProblemCode::Forbidden), "{refused}");
}

#[tokio::test]
async fn tn_08_whoever_is_deactivated_or_signed_out_hears_no_more() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let mia = manager(&world, &owner).await;
    let (of_mia, of_jane) = (follow(&mia.api).await, follow(&jane.api).await);
    owner
        .api
        .deactivate_user(mia.place())
        .await
        .expect("deactivates");
    jane.api.sign_out().await.expect("signs out");
    tokio::join!(ends(of_mia, "deactivated"), ends(of_jane, "signed out"));
}

#[tokio::test]
async fn tn_08_a_key_that_is_revoked_hears_no_more() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (made, text) = made(&owner, &of(&["messages:read"])).await;
    let stream = follow(&program(&world, &text)).await;
    owner.api.revoke_api_key(made.id).await.expect("revokes");
    ends(stream, "revoked").await;
}

#[tokio::test]
async fn tn_08_a_token_that_ran_out_ends_the_stream_and_the_next_one_goes_on() {
    let world = World::start().await;
    let (owner, jane, _) = two_clients(&world).await;
    let mut stream = follow(&jane.api).await;
    let known = stream.last_id().map(str::to_owned);
    assert_eq!(known, None, "nothing was told yet");
    let (first, _) = text_in(world.context(), owner.partner(), jane.client).await;
    assert_eq!(next(&mut stream).await.subject_id, Some(first.0));
    let known = stream.last_id().expect("an id").to_owned();
    world.advance(Duration::minutes(11));
    ends(stream, "ran out").await;
    let (missed, _) = text_in(world.context(), owner.partner(), jane.client).await;
    // The client has the sign-in refreshed by itself.
    let mut again = jane.api.read_stream(Some(&known)).await.expect("a stream");
    assert_eq!(next(&mut again).await.subject_id, Some(missed.0));
}

/// Whoever only listens is signed out when they would have been.
#[tokio::test]
async fn tn_08_following_is_no_use_of_a_session() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let stream = follow(&owner.api).await;
    let before = last_used(&world).await;
    // Less than a token lasts, and more than a use is not noted again for.
    world.advance(Duration::minutes(8));
    tokio::time::sleep(StdDuration::from_secs(5)).await;
    assert_eq!(last_used(&world).await, before);
    owner.api.read_partner().await.expect("reads");
    assert!(last_used(&world).await > before, "a use is one");
    drop(stream);
}

async fn last_used(world: &World) -> DateTime<Utc> {
    let rows = session::Entity::all().all(world.context().db.reader());
    let used = rows.await.expect("reads").into_iter();
    used.map(|row| row.last_used_at).max().expect("a session")
}
