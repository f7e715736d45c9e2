use super::{accepting, invited, to};
use crate::support::{World, key, refused, refused_field, token_of};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientRole, Role};
use gangway_domain::wire::{AcceptInvite, Token};
use serde_json::json;

#[tokio::test]
async fn b12_credentials_make_a_company_administrator_bound_to_the_company() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let user = world.client_of(&owner, "jane@client.example").await;
    let place = user.me.place().expect("a place");
    assert_eq!(place.role, Role::Client(ClientRole::CompanyAdministrator));
    assert_eq!(place.partner.id, owner.partner());
    assert_eq!(
        place.client.as_ref().map(|client| client.id),
        Some(user.client)
    );
    assert_eq!(
        (user.me.first_name.as_str(), user.me.last_name.as_str()),
        ("Casey", "Comer")
    );
    let client = owner
        .api
        .read_client(user.client)
        .await
        .expect("reads")
        .value;
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
        assert_eq!(
            problem.errors.first().map(|error| error.pointer.as_str()),
            Some(field)
        );
    }
    let weak = |text: &str| AcceptInvite {
        password: text.to_owned(),
        ..whole.clone()
    };
    for text in [
        "too short",
        "aaaaaaaaaaaaaaaaaaaaaaa",
        "jane@client.example",
    ] {
        let answer = world.client().accept_invite(&weak(text), &key()).await;
        let problem = refused(answer, ProblemCode::InvalidFields);
        assert_eq!(
            problem.errors.first().map(|error| error.pointer.as_str()),
            Some("/password")
        );
    }
    assert_eq!(world.tables().await, before, "the link is not used up");
    world
        .client()
        .accept_invite(&whole, &key())
        .await
        .expect("accepts");
}

#[tokio::test]
async fn in_05_address_role_partner_and_client_come_from_the_invitation() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
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
    let session = world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await
        .expect("accepts");
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
    assert!(
        world
            .client()
            .look_up_invite(&token)
            .await
            .expect("opens")
            .has_account
    );
    let before = world.tables().await;
    let answer = world
        .client()
        .accept_invite(&accepting(&token), &key())
        .await;
    let problem = refused(answer, ProblemCode::SignInFirst);
    assert_eq!(problem.status, 409);
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn a_page_of_another_site_cannot_accept() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, token) = invited(&world, &owner, "jane@client.example").await;
    for (name, value) in [
        ("origin", "https://evil.test"),
        ("sec-fetch-site", "cross-site"),
    ] {
        let api = world.client().with_header(name, value);
        let answer = api.accept_invite(&accepting(&token), &key()).await;
        refused(answer, ProblemCode::ForeignOrigin);
    }
}

#[tokio::test]
async fn a_first_name_with_a_control_character_is_refused() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    let token = Token {
        token: token_of(&world.mail_to("jane@client.example").await),
    };
    let body = AcceptInvite {
        first_name: "Ja\0ne".to_owned(),
        ..accepting(&token)
    };
    let answer = world.client().accept_invite(&body, &key()).await;
    let problem = refused(answer, ProblemCode::InvalidFields);
    assert_eq!(problem.errors[0].pointer, "/first_name");
    let none = AcceptInvite {
        last_name: String::new(),
        ..accepting(&token)
    };
    refused_field(
        world.client().accept_invite(&none, &key()).await,
        "/last_name",
        "required",
    );
}
