use crate::support::{World, key, refused, token_of};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Permission, Role, StaffRole};
use gangway_domain::wire::{InviteUser, RefreshSession, Token};

#[tokio::test]
async fn a_person_reads_who_they_are_and_what_they_may_do() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let sam = world
        .staff(&owner, StaffRole::SalesRep, "sam@harborit.example")
        .await;
    let me = sam.api.read_me().await.expect("reads");
    assert_eq!(
        (me.email.as_str(), me.first_name.as_str()),
        ("sam@harborit.example", "Casey")
    );
    let role = Role::Staff(StaffRole::SalesRep);
    assert_eq!(me.place().expect("a place").role, role);
    let held: Vec<&str> = Permission::ALL
        .iter()
        .filter(|p| role.may(**p))
        .map(|p| p.scope())
        .collect();
    assert_eq!(me.permissions, held);
    let jane = world.client_of(&owner, "jane@client.example").await;
    let place = jane.me.place().expect("a place");
    assert_eq!(place.client.as_ref().expect("a client").id, jane.client);
}

#[tokio::test]
async fn nobody_is_told_to_sign_in() {
    let world = World::start().await;
    refused(world.client().read_me().await, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn a_person_with_two_places_switches_between_them() {
    let world = World::start().await;
    let harbor = world.partner("Harbor IT").await;
    let river = world.partner("River IT").await;
    let body = InviteUser {
        first_name: "Olive".to_owned(),
        last_name: "Owner".to_owned(),
        email: harbor.email.clone(),
        role: "technician".to_owned(),
    };
    river.api.invite_user(&body, &key()).await.expect("invites");
    let token = token_of(&world.mail_to(&harbor.email).await);
    harbor
        .api
        .accept_invite_as_me(&Token { token })
        .await
        .expect("accepts");
    let me = harbor.api.read_me().await.expect("reads");
    assert_eq!(me.places.len(), 2);
    assert_eq!(me.place().expect("a place").partner.name, "River IT");
    refused(
        harbor
            .api
            .list_users(gangway_api_client::List::first())
            .await,
        ProblemCode::Forbidden,
    );
    let back = RefreshSession {
        place_id: Some(harbor.place()),
    };
    let session = harbor.api.refresh_session(&back).await.expect("switches");
    assert_eq!(
        session.me.place().expect("a place").partner.name,
        "Harbor IT"
    );
    harbor
        .api
        .list_users(gangway_api_client::List::first())
        .await
        .expect("an owner here");
    let again = world.sign_in(&harbor.email).await.expect("signs in");
    assert_eq!(
        again.me.place().expect("a place").partner.name,
        "Harbor IT",
        "the last place"
    );
}
