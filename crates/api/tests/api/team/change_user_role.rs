use super::ned;
use crate::support::{World, key, refused};
use gangway_api_client::{Call, Etag, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::ChangeUserRole;
use reqwest::Method;
use serde_json::json;

fn role(role: StaffRole) -> ChangeUserRole {
    ChangeUserRole { role }
}

#[tokio::test]
async fn tn_08_another_role_counts_from_the_next_request_with_the_token_already_issued() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let staff = world
        .staff(&owner, StaffRole::Manager, "sam@harbor.example")
        .await;
    let token = staff.api.access_token();
    staff
        .api
        .list_users(List::default())
        .await
        .expect("a manager lists users");
    let before = owner.api.read_user(staff.place()).await.expect("reads");
    let body = role(StaffRole::Technician);
    let after = owner
        .api
        .change_user_role(staff.place(), &body, &before.etag)
        .await
        .expect("changes");
    assert_eq!(after.value.role, Role::Staff(StaffRole::Technician));
    assert_ne!(after.etag, before.etag);
    refused(
        staff.api.list_users(List::default()).await,
        ProblemCode::Forbidden,
    );
    assert_eq!(
        staff.api.access_token(),
        token,
        "with the token from before"
    );
    let me = staff.api.read_me().await.expect("reads");
    assert_eq!(
        me.place().map(|place| place.role),
        Some(Role::Staff(StaffRole::Technician))
    );
    assert_eq!(world.events("user.role_changed").await, 1);
}

#[tokio::test]
async fn two_who_edit_at_once_do_not_undo_each_other() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let staff = world
        .staff(&owner, StaffRole::Manager, "sam@harbor.example")
        .await;
    let read = owner.api.read_user(staff.place()).await.expect("reads");
    let body = role(StaffRole::SalesRep);
    owner
        .api
        .change_user_role(staff.place(), &body, &read.etag)
        .await
        .expect("changes");
    let late = role(StaffRole::Technician);
    let answer = owner
        .api
        .change_user_role(staff.place(), &late, &read.etag)
        .await;
    assert_eq!(refused(answer, ProblemCode::Stale).status, 412);
    let odd = Etag("\"nonsense\"".to_owned());
    refused(
        owner.api.change_user_role(staff.place(), &late, &odd).await,
        ProblemCode::Stale,
    );
    let path = "/api/v1/users/{id}";
    let call = Call::new("change_user_role", Method::PATCH, path)
        .with(staff.place())
        .json(&late);
    assert_eq!(
        refused(owner.api.send(call).await, ProblemCode::IfMatchNeeded).status,
        428
    );
    let now = owner
        .api
        .read_user(staff.place())
        .await
        .expect("reads")
        .value;
    assert_eq!(now.role, Role::Staff(StaffRole::SalesRep));
}

#[tokio::test]
async fn tn_10_neither_the_old_nor_the_new_role_is_above_the_caller_s() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world
        .staff(&owner, StaffRole::Administrator, "admin@harbor.example")
        .await;
    let manager = world
        .staff(&owner, StaffRole::Manager, "manager@harbor.example")
        .await;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    for (by, whom, to) in [
        (&manager, &admin, StaffRole::Technician),
        (&manager, &owner, StaffRole::Manager),
        (&manager, &sales, StaffRole::Administrator),
        (&manager, &sales, StaffRole::Owner),
        (&manager, &manager, StaffRole::Administrator),
        (&admin, &owner, StaffRole::Manager),
        (&admin, &sales, StaffRole::Owner),
        (&admin, &admin, StaffRole::Manager),
        (&owner, &owner, StaffRole::Technician),
        (&sales, &sales, StaffRole::Owner),
    ] {
        let read = owner.api.read_user(whom.place()).await.expect("reads");
        let answer = by
            .api
            .change_user_role(whom.place(), &role(to), &read.etag)
            .await;
        refused(answer, ProblemCode::Forbidden);
        let after = owner.api.read_user(whom.place()).await.expect("reads");
        assert_eq!(after.value.role, read.value.role);
    }
    let read = owner.api.read_user(sales.place()).await.expect("reads");
    let body = role(StaffRole::Manager);
    manager
        .api
        .change_user_role(sales.place(), &body, &read.etag)
        .await
        .expect("a manager may");
}

#[tokio::test]
async fn another_partner_s_user_a_client_s_user_and_an_unknown_role_are_refused() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let user = owner
        .api
        .invite_user(&ned(StaffRole::Manager), &key())
        .await
        .expect("invites");
    let read = owner.api.read_user(user.id).await.expect("reads");
    let body = role(StaffRole::Technician);
    let answer = other.api.change_user_role(user.id, &body, &read.etag).await;
    refused(answer, ProblemCode::NotFound);
    let jane = world.client_of(&owner, "jane@client.example").await;
    let place = jane.me.place_id.expect("a place");
    refused(
        owner.api.change_user_role(place, &body, &read.etag).await,
        ProblemCode::NotFound,
    );
    refused(
        jane.api.change_user_role(user.id, &body, &read.etag).await,
        ProblemCode::Forbidden,
    );
    let answer = world
        .client()
        .change_user_role(user.id, &body, &read.etag)
        .await;
    refused(answer, ProblemCode::NotSignedIn);
    for body in [
        json!({"role": "king"}),
        json!({"role": "company_administrator"}),
        json!({"role": "manager", "email": "x@evil.example"}),
        json!({"role": "manager", "partner_id": other.partner()}),
        json!({}),
    ] {
        let call = Call::new("change_user_role", Method::PATCH, "/api/v1/users/{id}").with(user.id);
        let answer = owner.api.send(call.json(&body).if_match(&read.etag)).await;
        refused(answer, ProblemCode::UnreadableBody);
    }
}
