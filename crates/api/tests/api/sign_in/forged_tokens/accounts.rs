//! Real tokens after something happened to the account.

use crate::support::{Staff, World, key, refused};
use gangway::app::{Server, Surroundings};
use gangway::keys::Purpose;
use gangway_api_client::{Call, Client};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::{
    ChangeUserRole, ConfirmPasswordReset, RefreshSession, RequestPasswordReset, SignIn,
    UpdatePartner,
};

/// A client that acts with this token and nothing else.
pub fn acting(world: &World, token: String) -> Client {
    let client = world.client();
    client.use_access_token(token);
    client
}

pub fn renamed(name: &str) -> UpdatePartner {
    UpdatePartner {
        name: Some(name.to_owned()),
        ..UpdatePartner::default()
    }
}

pub async fn team(world: &World) -> (Staff, Staff) {
    let owner = world.partner("Harbor IT").await;
    let sam = world
        .staff(&owner, StaffRole::Administrator, "sam@harborit.example")
        .await;
    (owner, sam)
}

#[tokio::test]
async fn se_01_a_token_is_dead_after_signing_out_a_new_password_and_deactivation() {
    let world = World::start().await;
    let (owner, sam) = team(&world).await;
    let again = SignIn {
        email: sam.email.clone(),
        password: crate::support::password(),
    };
    let status = async |token: &Option<String>| {
        let call = Call::get("read_partner", "/api/v1/partner");
        world
            .client()
            .exchange(&call, token.as_deref())
            .await
            .expect("an answer")
            .status
    };
    let signed_out = sam.api.access_token();
    sam.api.sign_out().await.expect("signs out");
    assert_eq!(status(&signed_out).await, 401);

    sam.api.sign_in(&again).await.expect("signs in");
    let before = sam.api.access_token();
    let ask = RequestPasswordReset {
        email: sam.email.clone(),
    };
    world
        .client()
        .request_password_reset(&ask, &key())
        .await
        .expect("asks");
    let token = world.newest_token(Purpose::PasswordReset).await;
    let reset = ConfirmPasswordReset {
        token,
        password: again.password.clone(),
    };
    world
        .client()
        .confirm_password_reset(&reset)
        .await
        .expect("sets it");
    assert_eq!(status(&before).await, 401);

    sam.api.sign_in(&again).await.expect("signs in");
    let before = sam.api.access_token();
    assert_eq!(status(&before).await, 200);
    owner
        .api
        .deactivate_user(sam.place())
        .await
        .expect("deactivates");
    assert_eq!(status(&before).await, 401);
}

#[tokio::test]
async fn se_01_a_lower_role_counts_from_the_very_next_request() {
    let world = World::start().await;
    let (owner, sam) = team(&world).await;
    let etag = sam.api.read_partner().await.expect("reads").etag;
    let user = owner.api.read_user(sam.place()).await.expect("reads");
    let lower = ChangeUserRole {
        role: StaffRole::Technician,
    };
    owner
        .api
        .change_user_role(sam.place(), &lower, &user.etag)
        .await
        .expect("changes");
    let sams = acting(&world, sam.api.access_token().expect("a token"));
    refused(
        sams.update_partner(&renamed("Sam's"), &etag).await,
        ProblemCode::Forbidden,
    );
    let me = sams.read_me().await.expect("reads");
    assert_eq!(
        me.place().expect("a place").role,
        Role::Staff(StaffRole::Technician)
    );
}

#[tokio::test]
async fn se_01_a_session_lives_through_a_restart_and_on_two_replicas() {
    let mut world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (token, cookie) = (
        owner.api.access_token(),
        crate::sign_in::refresh_cookie(&owner.api),
    );
    world.restart().await;
    let api = acting(&world, token.expect("a token"));
    assert_eq!(api.read_me().await.expect("reads"), owner.me);
    let mut config = world.context().config.clone();
    config.sandbox = None;
    config.server.listen.set_port(0);
    let replica = Server::start_in(config, Surroundings::default())
        .await
        .expect("a replica");
    let there = Client::new(&format!("http://{}", replica.addr()));
    there.take_cookie(&cookie);
    let refresh = RefreshSession { place_id: None };
    assert_eq!(
        there.refresh_session(&refresh).await.expect("refreshes").me,
        owner.me
    );
    there.sign_out().await.expect("signs out");
    refused(api.read_me().await, ProblemCode::NotSignedIn);
    replica.stop().await;
}
