//! AK-03: a key that stopped working is refused at the next request.

use super::{made, of, program};
use crate::support::{Staff, World, key, refused};
use chrono::Duration;
use gangway_api_client::List;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ApiKeyState, ChangeUserRole, MakeApiKey};

async fn works(world: &World, text: &str) {
    let answer = program(world, text).list_clients(List::first()).await;
    answer.expect("the key works");
}

async fn is_refused(world: &World, text: &str) {
    let answer = program(world, text).list_clients(List::first()).await;
    refused(answer, ProblemCode::NotSignedIn);
}

async fn administrator(world: &World, owner: &Staff) -> Staff {
    world
        .staff(owner, StaffRole::Administrator, "admin@harbor.example")
        .await
}

#[tokio::test]
async fn ak_03_a_revoked_key_is_refused_at_the_next_request() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (made, text) = made(&owner, &of(&["clients:read"])).await;
    works(&world, &text).await;
    owner.api.revoke_api_key(made.id).await.expect("revokes");
    is_refused(&world, &text).await;
}

#[tokio::test]
async fn ak_03_a_key_works_to_its_last_day_and_not_longer() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = MakeApiKey {
        expires_in_days: Some(30),
        ..of(&["clients:read"])
    };
    let (made, text) = made(&owner, &body).await;
    assert_eq!(made.expires_at, Some(made.created_at + Duration::days(30)));
    world.advance(Duration::days(30) - Duration::seconds(20));
    works(&world, &text).await;
    world.advance(Duration::seconds(20));
    is_refused(&world, &text).await;
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let read = owner.api.read_api_key(made.id).await.expect("reads");
    assert_eq!(read.state, ApiKeyState::Expired);
}

#[tokio::test]
async fn ak_03_a_key_stops_when_its_maker_is_deactivated_and_comes_back_with_them() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = administrator(&world, &owner).await;
    let (made, text) = made(&admin, &of(&["clients:read"])).await;
    works(&world, &text).await;
    owner
        .api
        .deactivate_user(admin.place())
        .await
        .expect("deactivates");
    is_refused(&world, &text).await;
    let read = owner.api.read_api_key(made.id).await.expect("reads");
    assert_eq!(read.state, ApiKeyState::MakerGone);
    owner
        .api
        .reactivate_user(admin.place())
        .await
        .expect("reactivates");
    works(&world, &text).await;
}

#[tokio::test]
async fn ak_03_a_key_stops_when_its_maker_may_no_longer_make_keys() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = administrator(&world, &owner).await;
    let (_, text) = made(&admin, &of(&["partner:write", "clients:read"])).await;
    let user = owner.api.read_user(admin.place()).await.expect("reads");
    let body = ChangeUserRole {
        role: StaffRole::Manager,
    };
    let changed = owner
        .api
        .change_user_role(admin.place(), &body, &user.etag)
        .await;
    changed.expect("changes");
    is_refused(&world, &text).await;
}

#[tokio::test]
async fn ak_03_a_key_outlives_the_sessions_of_its_maker() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = administrator(&world, &owner).await;
    let (_, text) = made(&admin, &of(&["clients:read"])).await;
    owner
        .api
        .sign_out_user(admin.place())
        .await
        .expect("signs out");
    works(&world, &text).await;
}

#[tokio::test]
async fn ak_03_ak_04_what_only_looks_like_a_key_is_refused_the_same() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, text) = made(&owner, &of(&["clients:read"])).await;
    let (_, spare) = made(&owner, &of(&["clients:read"])).await;
    let (id, _) = text.rsplit_once('_').expect("parts");
    let (_, secret) = spare.rsplit_once('_').expect("parts");
    for wrong in [
        "gwk_",
        "gwk_x_y",
        &format!("{id}_{secret}"),
        &text.to_uppercase(),
        &text[..text.len() - 1],
    ] {
        is_refused(&world, wrong).await;
    }
    // A key of another installation has the right checksum, and is not known here.
    let elsewhere = World::start().await;
    let stranger = elsewhere.partner("Stranger IT").await;
    let foreign = stranger
        .api
        .make_api_key(&of(&["clients:read"]), &key())
        .await;
    is_refused(&world, &foreign.expect("makes").key.expect("shown")).await;
    works(&world, &text).await;
}
