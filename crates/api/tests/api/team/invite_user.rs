use super::ned;
use crate::support::{World, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Role, StaffRole};
use gangway_domain::wire::{InviteUser, UserState};
use serde_json::json;

#[tokio::test]
async fn a08_a_new_user_has_a_name_an_address_and_a_role() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = owner
        .api
        .invite_user(&ned(StaffRole::SalesRep), &key())
        .await
        .expect("invites");
    assert_eq!(
        (user.first_name.as_deref(), user.last_name.as_deref()),
        (Some("Ned"), Some("New"))
    );
    assert_eq!(user.email, "ned@harbor.example");
    assert_eq!(user.role, Role::Staff(StaffRole::SalesRep));
    assert_eq!(user.state, UserState::Invited);
    assert!(user.invite_id.is_some());
    let mail = world.mail_to("ned@harbor.example").await;
    let text = mail.text.expect("text");
    assert!(
        text.contains("Olive Owner") && text.contains("Sales rep"),
        "{text}"
    );
    let (_, me) = world.accept("ned@harbor.example").await;
    assert_eq!(
        me.place().map(|place| (place.role, place.id)),
        Some((user.role, user.id))
    );
    let user = owner.api.read_user(user.id).await.expect("reads").value;
    assert_eq!((user.state, user.invite_id), (UserState::Active, None));
}

#[tokio::test]
async fn a08_every_field_is_required_and_named() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = ned(StaffRole::Manager);
    for (pointer, code, body) in [
        (
            "/first_name",
            "required",
            InviteUser {
                first_name: " ".to_owned(),
                ..body.clone()
            },
        ),
        (
            "/last_name",
            "required",
            InviteUser {
                last_name: String::new(),
                ..body.clone()
            },
        ),
        (
            "/email",
            "required",
            InviteUser {
                email: String::new(),
                ..body.clone()
            },
        ),
        (
            "/email",
            "invalid_email",
            InviteUser {
                email: "ned".to_owned(),
                ..body.clone()
            },
        ),
        (
            "/role",
            "unknown_role",
            InviteUser {
                role: "king".to_owned(),
                ..body.clone()
            },
        ),
        (
            "/role",
            "unknown_role",
            InviteUser {
                role: "company_administrator".to_owned(),
                ..body
            },
        ),
    ] {
        refused_field(owner.api.invite_user(&body, &key()).await, pointer, code);
    }
    assert_eq!(world.run_jobs().await, 0);
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
        let call = Call::post("invite_user", "/api/v1/users")
            .json(&body)
            .key(&key());
        refused(owner.api.send(call).await, ProblemCode::UnreadableBody);
    }
}
