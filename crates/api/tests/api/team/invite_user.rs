use super::ned;
use crate::support::{World, key, refused, refused_field};
use chrono::Duration;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::{InviteUser, UserState};
use serde_json::json;

#[tokio::test]
async fn a08_a_new_user_has_a_name_an_address_and_a_role() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = owner.api.invite_user(&ned(StaffRole::SalesRep), &key()).await.expect("invites");
    assert_eq!((user.first_name.as_deref(), user.last_name.as_deref()), (Some("Ned"), Some("New")));
    assert_eq!(user.email, "ned@harbor.example");
    assert_eq!(user.role, Role::Staff(StaffRole::SalesRep));
    assert_eq!(user.state, UserState::Invited);
    assert!(user.invite_id.is_some());
    let mail = world.mail_to("ned@harbor.example").await;
    let text = mail.text.expect("text");
    assert!(text.contains("Olive Owner") && text.contains("Sales rep"), "{text}");
    let (_, me) = world.accept("ned@harbor.example").await;
    assert_eq!(me.place().map(|place| (place.role, place.id)), Some((user.role, user.id)));
    let user = owner.api.read_user(user.id).await.expect("reads").value;
    assert_eq!((user.state, user.invite_id), (UserState::Active, None));
}

#[tokio::test]
async fn a08_every_field_is_required_and_named() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = ned(StaffRole::Manager);
    for (pointer, code, body) in [
        ("/first_name", "required", InviteUser { first_name: " ".to_owned(), ..body.clone() }),
        ("/last_name", "required", InviteUser { last_name: String::new(), ..body.clone() }),
        ("/email", "required", InviteUser { email: String::new(), ..body.clone() }),
        ("/email", "invalid_email", InviteUser { email: "ned".to_owned(), ..body.clone() }),
        ("/role", "unknown_role", InviteUser { role: "king".to_owned(), ..body.clone() }),
        ("/role", "unknown_role", InviteUser { role: "company_administrator".to_owned(), ..body }),
    ] {
        refused_field(owner.api.invite_user(&body, &key()).await, pointer, code);
    }
    assert_eq!(world.run_jobs().await, 0);
}

#[tokio::test]
async fn tn_10_nobody_gives_a_role_above_their_own() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let may: [(StaffRole, &[StaffRole]); 3] = [
        (StaffRole::Owner, &StaffRole::ALL),
        (
            StaffRole::Administrator,
            &[
                StaffRole::Administrator,
                StaffRole::Manager,
                StaffRole::SalesRep,
                StaffRole::Technician,
            ],
        ),
        (StaffRole::Manager, &[StaffRole::Manager, StaffRole::SalesRep, StaffRole::Technician]),
    ];
    for (own, given) in may {
        let email = format!("{}@harbor.example", own.as_str());
        let staff = world.staff(&owner, own, &email).await;
        for role in StaffRole::ALL {
            let email = format!("{}.{}@harbor.example", own.as_str(), role.as_str());
            let body = InviteUser { email, ..ned(role) };
            let answer = staff.api.invite_user(&body, &key()).await;
            if given.contains(&role) {
                assert_eq!(answer.expect("invites").role, Role::Staff(role));
            } else {
                refused(answer, ProblemCode::Forbidden);
            }
        }
    }
    let manager = world.sign_in("manager@harbor.example").await.expect("signs in");
    let left = owner.api.list_users(gangway_api_client::List::default()).await.expect("lists");
    let invited = left.data.iter().find(|user| user.email == "owner.owner@harbor.example");
    let invited = invited.expect("the invited owner").id;
    owner.api.deactivate_user(invited).await.expect("deactivates");
    let again = InviteUser {
        email: "owner.owner@harbor.example".to_owned(),
        ..ned(StaffRole::Technician)
    };
    refused(manager.api.invite_user(&again, &key()).await, ProblemCode::Forbidden);
}

#[tokio::test]
async fn a10_sales_reps_technicians_and_client_users_invite_no_staff() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for role in [StaffRole::SalesRep, StaffRole::Technician] {
        let staff = world.staff(&owner, role, &format!("{}@harbor.example", role.as_str())).await;
        let answer = staff.api.invite_user(&ned(StaffRole::Technician), &key()).await;
        refused(answer, ProblemCode::Forbidden);
    }
    let user = world.client_of(&owner, "jane@client.example").await;
    let answer = user.api.invite_user(&ned(StaffRole::Technician), &key()).await;
    refused(answer, ProblemCode::Forbidden);
    let answer = world.client().invite_user(&ned(StaffRole::Technician), &key()).await;
    refused(answer, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn someone_who_is_in_already_is_not_invited_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = ned(StaffRole::Manager);
    owner.api.invite_user(&body, &key()).await.expect("invites");
    refused_field(owner.api.invite_user(&body, &key()).await, "/email", "already_member");
    let own = InviteUser { email: owner.email.clone(), ..body };
    refused_field(owner.api.invite_user(&own, &key()).await, "/email", "already_member");
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().all().len(), 1);
}

#[tokio::test]
async fn someone_whose_invitation_expired_is_invited_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = owner.api.invite_user(&ned(StaffRole::Manager), &key()).await.expect("invites");
    world.run_jobs().await;
    world.advance(Duration::hours(121));
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let again = owner.api.invite_user(&ned(StaffRole::Manager), &key()).await.expect("invites");
    assert_eq!(again.id, user.id);
    let (_, me) = world.accept("ned@harbor.example").await;
    assert_eq!(me.place_id, Some(user.id));
}

#[tokio::test]
async fn the_same_request_again_sends_no_second_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = ned(StaffRole::Manager);
    let key = key();
    let call = Call::post("invite_user", "/api/v1/users").json(&body).key(&key);
    let first = owner.api.send(call.clone()).await.expect("invites");
    let again = owner.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("ned@harbor.example").len(), 1);
    let other = ned(StaffRole::Technician);
    refused(owner.api.invite_user(&other, &key).await, ProblemCode::IdempotencyKeyReused);
}

#[tokio::test]
async fn tn_05_no_other_field_is_taken() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for (field, value) in [
        ("partner_id", json!("00000000-0000-7000-8000-000000000000")),
        ("state", json!("active")),
        ("password", json!("violet otters swim north")),
        ("client_id", json!(null)),
    ] {
        let mut body = serde_json::to_value(ned(StaffRole::Manager)).expect("JSON");
        body[field] = value;
        let call = Call::post("invite_user", "/api/v1/users").json(&body).key(&key());
        refused(owner.api.send(call).await, ProblemCode::UnreadableBody);
    }
}
