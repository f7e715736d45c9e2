use super::{accepting, invited, to};
use crate::support::{World, key, refused, refused_field, token_of};
use chrono::Duration;
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::{AcceptInvite, ChangeUserRole, InviteUser, Token};
use serde_json::json;

#[tokio::test]
async fn b12_credentials_make_a_company_administrator_bound_to_the_company() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    let place = user.me.place().expect("a place");
    assert_eq!(place.role, Role::Client(ClientRole::CompanyAdministrator));
    assert_eq!(place.partner.id, owner.partner());
    assert_eq!(place.client.as_ref().map(|client| client.id), Some(user.client));
    assert_eq!((user.me.first_name.as_str(), user.me.last_name.as_str()), ("Casey", "Comer"));
    let client = owner.api.read_client(user.client).await.expect("reads").value;
    assert_eq!(client.contact_email.as_deref(), Some("jane@client.example"));
    assert_eq!(client.created_by.as_deref(), Some("Olive Owner"));
}

#[tokio::test]
async fn b12_every_field_is_required() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let before = world.tables().await;
    let whole = accepting(&token);
    let blank = |field: &str| {
        let mut body = whole.clone();
        match field {
            "/token" => body.token.clear(),
            "/first_name" => body.first_name = "  ".to_owned(),
            "/last_name" => body.last_name.clear(),
            _ => body.password.clear(),
        }
        body
    };
    for field in ["/token", "/first_name", "/last_name", "/password"] {
        let answer = world.client().accept_invite(&blank(field), &key()).await;
        let problem = refused(answer, ProblemCode::InvalidFields);
        assert_eq!(problem.errors.first().map(|error| error.pointer.as_str()), Some(field));
    }
    let weak = |text: &str| AcceptInvite { password: text.to_owned(), ..whole.clone() };
    for text in ["too short", "aaaaaaaaaaaaaaaaaaaaaaa", "jane@client.example"] {
        let answer = world.client().accept_invite(&weak(text), &key()).await;
        let problem = refused(answer, ProblemCode::InvalidFields);
        assert_eq!(problem.errors.first().map(|error| error.pointer.as_str()), Some("/password"));
    }
    assert_eq!(world.tables().await, before, "the link is not used up");
    world.client().accept_invite(&whole, &key()).await.expect("accepts");
}

#[tokio::test]
async fn b27_the_second_use_of_a_link_makes_no_user_and_no_session() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    world.client().accept_invite(&accepting(&token), &key()).await.expect("accepts");
    let before = world.tables().await;
    let second = world.client();
    let problem = refused(second.accept_invite(&accepting(&token), &key()).await, ProblemCode::LinkUsed);
    assert_eq!(problem.status, 410);
    assert!(problem.detail.contains("Sign in"), "{}", problem.detail);
    assert_eq!((second.cookies(), second.access_token()), (None, None));
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn in_02_of_twenty_uses_at_once_one_comes_in() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for run in 1..=5 {
        let email = format!("jane{run}@client.example");
        let (_, token) = invited(&world, &owner, &email).await;
        let uses = (0..20).map(|_| {
            let (api, body) = (world.client(), accepting(&token));
            let call = Call::post("accept_invite", "/public/v1/invites/accept").json(&body);
            tokio::spawn(async move { api.exchange(&call, None).await.expect("answers").status })
        });
        let mut seen = Vec::new();
        for using in uses.collect::<Vec<_>>() {
            seen.push(using.await.expect("runs"));
        }
        seen.sort_unstable();
        assert_eq!(seen[0], 201, "{seen:?}");
        assert!(seen[1..].iter().all(|status| matches!(status, 409 | 410)), "{seen:?}");
        assert_eq!(world.events("invite.accepted").await, run);
        assert_eq!(world.events("client.created").await, run);
        assert_eq!(world.rows("people").await, 1 + run);
        assert_eq!(world.rows("places").await, 1 + run);
        assert_eq!(world.rows("clients").await, run);
    }
}

#[tokio::test]
async fn in_03_a_link_is_used_a_second_before_it_expires_and_not_a_second_after() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (early, token) = invited(&world, &owner, "early@client.example").await;
    world.advance(early.expires_at - world.context().now() - Duration::seconds(1));
    world.client().accept_invite(&accepting(&token), &key()).await.expect("a second before");
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    let (late, token) = invited(&world, &owner, "late@client.example").await;
    assert_eq!(late.expires_at - late.sent_at, Duration::hours(120));
    world.advance(late.expires_at - world.context().now() + Duration::seconds(1));
    let answer = world.client().accept_invite(&accepting(&token), &key()).await;
    assert_eq!(refused(answer, ProblemCode::LinkExpired).status, 410);
}

#[tokio::test]
async fn in_05_address_role_partner_and_client_come_from_the_invitation() {
    let world = World::start().await;
    let (owner, other) = (world.partner("Harbor IT").await, world.partner("Other IT").await);
    let theirs = world.client_of(&other, "ann@other.example").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    let before = world.tables().await;
    for (field, value) in [
        ("email", json!("evil@evil.example")),
        ("role", json!("owner")),
        ("partner_id", json!(other.partner())),
        ("org_id", json!(other.partner())),
        ("client_id", json!(theirs.client)),
        ("kind", json!("staff")),
        ("email_verified", json!(true)),
    ] {
        let mut body = serde_json::to_value(accepting(&token)).expect("JSON");
        body[field] = value;
        let call = Call::post("accept_invite", "/public/v1/invites/accept").json(&body);
        refused(world.client().send(call).await, ProblemCode::UnreadableBody);
    }
    assert_eq!(world.tables().await, before);
    let session = world.client().accept_invite(&accepting(&token), &key()).await.expect("accepts");
    assert_eq!(session.me.email, "jane@client.example");
    let place = session.me.place().expect("a place");
    assert_eq!(place.partner.id, owner.partner());
    assert_eq!(place.role, Role::Client(ClientRole::CompanyAdministrator));
}

#[tokio::test]
async fn b27_an_address_with_an_account_signs_in_first() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world.client_of(&owner, "jane@client.example").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    assert!(world.client().look_up_invite(&token).await.expect("opens").has_account);
    let before = world.tables().await;
    let answer = world.client().accept_invite(&accepting(&token), &key()).await;
    let problem = refused(answer, ProblemCode::SignInFirst);
    assert_eq!(problem.status, 409);
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn a_page_of_another_site_cannot_accept() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    for (name, value) in [("origin", "https://evil.test"), ("sec-fetch-site", "cross-site")] {
        let api = world.client().with_header(name, value);
        let answer = api.accept_invite(&accepting(&token), &key()).await;
        refused(answer, ProblemCode::ForeignOrigin);
    }
}

#[tokio::test]
async fn a_client_s_invitation_outlives_its_inviter_and_a_staff_invitation_does_not() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let manager = world.staff(&owner, StaffRole::Manager, "manager@harbor.example").await;
    let (_, client) = invited(&world, &manager, "jane@client.example").await;
    manager.api.invite_user(&ned("technician"), &key()).await.expect("invites");
    let staff = Token { token: token_of(&world.mail_to("ned@harbor.example").await) };
    owner.api.deactivate_user(manager.place()).await.expect("deactivates");
    world.client().accept_invite(&accepting(&client), &key()).await.expect("accepts");
    let answer = world.client().accept_invite(&accepting(&staff), &key()).await;
    refused(answer, ProblemCode::LinkRevoked);
}

#[tokio::test]
async fn a_staff_invitation_dies_when_its_inviter_may_no_longer_give_the_role() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let admin = world.staff(&owner, StaffRole::Administrator, "admin@harbor.example").await;
    admin.api.invite_user(&ned("administrator"), &key()).await.expect("invites");
    let token = Token { token: token_of(&world.mail_to("ned@harbor.example").await) };
    let before = owner.api.read_user(admin.place()).await.expect("reads");
    let lower = ChangeUserRole { role: StaffRole::Manager };
    owner.api.change_user_role(admin.place(), &lower, &before.etag).await.expect("lowers");
    let answer = world.client().accept_invite(&accepting(&token), &key()).await;
    refused(answer, ProblemCode::LinkRevoked);
}

#[tokio::test]
async fn two_invitations_of_one_address_make_one_person() {
    let world = World::start().await;
    let (owner, other) = (world.partner("Harbor IT").await, world.partner("Other IT").await);
    let (_, one) = invited(&world, &owner, "jane@client.example").await;
    let (_, two) = invited(&world, &other, "jane@client.example").await;
    let (api, second) = (world.client(), world.client());
    let (one, two) = (accepting(&one), accepting(&two));
    let (first_key, second_key) = (key(), key());
    let (a, b) =
        tokio::join!(api.accept_invite(&one, &first_key), second.accept_invite(&two, &second_key));
    let refusal = if a.is_ok() { b } else { a };
    refused(refusal, ProblemCode::SignInFirst);
    assert_eq!(world.rows("people").await, 3);
    let clients = [&owner, &other].map(|staff| staff.api.list_clients(List::default()));
    let mut made = 0;
    for list in clients {
        made += list.await.expect("lists").data.len();
    }
    assert_eq!(made, 1);
}

#[tokio::test]
async fn an_unclaimed_invitation_is_claimed_by_its_link_alone() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner.api.invite_user(&ned("manager"), &key()).await.expect("invites");
    let token = Token { token: token_of(&world.mail_to("ned@harbor.example").await) };
    let body = gangway_domain::wire::RequestPasswordReset { email: "ned@harbor.example".to_owned() };
    world.client().request_password_reset(&body, &key()).await.expect("answers alike");
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("ned@harbor.example").len(), 1, "the invitation only");
    let answer = world.sign_in("ned@harbor.example").await.map(|staff| staff.email);
    refused(answer, ProblemCode::WrongCredentials);
    world.client().accept_invite(&accepting(&token), &key()).await.expect("accepts");
}

#[tokio::test]
async fn a_first_name_with_a_control_character_is_refused() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner.api.send_invite(&to("jane@client.example"), &key()).await.expect("invites");
    let token = Token { token: token_of(&world.mail_to("jane@client.example").await) };
    let body = AcceptInvite { first_name: "Ja\0ne".to_owned(), ..accepting(&token) };
    let answer = world.client().accept_invite(&body, &key()).await;
    let problem = refused(answer, ProblemCode::InvalidFields);
    assert_eq!(problem.errors[0].pointer, "/first_name");
    let none = AcceptInvite { last_name: String::new(), ..accepting(&token) };
    refused_field(world.client().accept_invite(&none, &key()).await, "/last_name", "required");
}

fn ned(role: &str) -> InviteUser {
    InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: "ned@harbor.example".to_owned(),
        role: role.to_owned(),
    }
}
