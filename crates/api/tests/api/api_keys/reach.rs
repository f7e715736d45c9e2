use super::{all_scopes, made, of, program};
use crate::support::{World, key, refused};
use gangway_api_client::{Call, List};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteKind, InviteUser, SendInvite};

#[tokio::test]
async fn ak_02_a_key_acts_for_its_partner_and_sees_no_other() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let rep = world
        .staff(&owner, StaffRole::SalesRep, "rep@harbor.example")
        .await;
    let jane = world.client_of(&rep, "jane@client.example").await;
    let other = world.partner("Other IT").await;
    let (_, text) = made(&owner, &of(&all_scopes())).await;
    let (_, foreign) = made(&other, &of(&all_scopes())).await;
    let own = program(&world, &text);
    own.read_client(jane.client)
        .await
        .expect("whoever brought it in");
    let foreign = program(&world, &foreign);
    refused(
        foreign.read_client(jane.client).await,
        ProblemCode::NotFound,
    );
    assert_eq!(
        foreign
            .list_clients(List::first())
            .await
            .expect("lists")
            .data
            .len(),
        0
    );
}

#[tokio::test]
async fn ak_04_a_header_that_names_another_partner_changes_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let other = world.partner("Other IT").await;
    let (_, text) = made(&owner, &of(&["partner:read"])).await;
    for name in ["x-tenant", "x-partner", "x-partner-id"] {
        let api = world
            .client()
            .with_header(name, other.partner().to_string());
        api.use_access_token(text.clone());
        let read = api.read_partner().await.expect("reads").value;
        assert_eq!(read.id, owner.partner());
    }
}

#[tokio::test]
async fn ak_02_a_key_gives_no_role_by_the_link_of_a_staff_invitation() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let body = InviteUser {
        first_name: "Ned".to_owned(),
        last_name: "New".to_owned(),
        email: "ned@harbor.example".to_owned(),
        role: StaffRole::Technician.as_str().to_owned(),
    };
    owner.api.invite_user(&body, &key()).await.expect("invites");
    let (_, text) = made(&owner, &of(&all_scopes())).await;
    let program = program(&world, &text);
    let mut staff = List::first();
    staff.filters.push(("kind", "staff".to_owned()));
    let invites = program.list_invites(staff).await.expect("lists").data;
    let staff = invites
        .iter()
        .find(|invite| invite.kind == InviteKind::Staff);
    let id = staff.expect("it is seen").id;
    refused(program.copy_invite_link(id).await, ProblemCode::Forbidden);
    refused(
        program.resend_invite(id, &key()).await,
        ProblemCode::Forbidden,
    );
    refused(program.revoke_invite(id).await, ProblemCode::Forbidden);
}

#[tokio::test]
async fn ak_06_what_a_key_did_is_on_record_with_the_key() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (made, text) = made(&owner, &of(&["clients:create", "invites:read"])).await;
    let program = program(&world, &text);
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    let sent = program.send_invite(&body, &key()).await.expect("invites");
    assert_eq!(
        sent.invited_by.as_deref(),
        Some("Olive Owner"),
        "its maker answers for it"
    );
    let events = world.tables().await.remove("events").expect("events");
    let sent: Vec<&String> = events
        .iter()
        .filter(|row| row.contains("invite.sent"))
        .collect();
    assert_eq!(sent.len(), 1);
    let (row, plain) = (sent[0].to_lowercase(), |id: uuid::Uuid| {
        id.simple().to_string()
    });
    let row = row.replace('-', "");
    assert!(row.contains(&plain(made.id.0)), "{row}");
    assert!(
        !row.contains(&plain(owner.me.id.0)),
        "the person did not do it: {row}"
    );
}

#[tokio::test]
async fn ak_02_a_key_is_nobody_in_the_list_of_users() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let (_, text) = made(&owner, &of(&["users:read"])).await;
    let users = program(&world, &text)
        .list_users(List::first())
        .await
        .expect("lists");
    assert_eq!(users.data.iter().filter(|user| user.is_me).count(), 0);
    let call = Call::get("read_me", "/api/v1/me");
    let answer = world
        .client()
        .exchange(&call, Some(&text))
        .await
        .expect("answers");
    assert_eq!(answer.status, 403);
}
