use super::{colleague, team};
use crate::support::{World, key, refused, refused_field};
use chrono::Duration;
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{ClientRole, Role, StaffRole};
use gangway_domain::wire::TeamOutcome;
use serde_json::json;

#[tokio::test]
async fn b24_each_person_is_invited_and_becomes_company_administrator_on_accepting() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let body = team(&["a@client.example", "b@client.example", "c@client.example"]);
    let answer = jane
        .api
        .invite_client_users(jane.client, &body, &key())
        .await
        .expect("invites");
    assert!(
        answer
            .results
            .iter()
            .all(|line| line.outcome == TeamOutcome::Invited)
    );
    for email in ["a@client.example", "b@client.example", "c@client.example"] {
        let (_, me) = world.accept(email).await;
        let place = me.place().expect("a place");
        assert_eq!(place.role, Role::Client(ClientRole::CompanyAdministrator));
        assert_eq!(
            place.client.as_ref().map(|client| client.id),
            Some(jane.client)
        );
        assert_eq!(world.sandbox().mailbox().to(email).len(), 1);
    }
}

#[tokio::test]
async fn in_14_every_line_is_answered_on_its_own() {
    use TeamOutcome::{AlreadyInvited, AlreadyMember, Invalid, Invited, Repeated, Yourself};

    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    colleague(&world, &jane, "in@client.example").await;
    let waiting = team(&["waiting@client.example"]);
    jane.api
        .invite_client_users(jane.client, &waiting, &key())
        .await
        .expect("invites");
    world.run_jobs().await;
    world.sandbox().mailbox().clear();
    let body = team(&[
        "new@client.example",
        "not an address",
        "NEW@client.example",
        "jane@client.example",
        "in@client.example",
        "waiting@client.example",
        "",
        "a@x.example, b@x.example",
        "other@client.example",
    ]);
    let answer = jane
        .api
        .invite_client_users(jane.client, &body, &key())
        .await
        .expect("answers");
    let seen: Vec<_> = answer.results.iter().map(|line| line.outcome).collect();
    let wanted = [
        Invited,
        Invalid,
        Repeated,
        Yourself,
        AlreadyMember,
        AlreadyInvited,
        Invalid,
        Invalid,
        Invited,
    ];
    assert_eq!(seen, wanted);
    for (line, sent) in answer.results.iter().zip(&body.members) {
        assert_eq!(line.email, sent.email, "in the order and the words sent");
        assert!(!line.message.is_empty());
    }
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().all().len(), 2, "two are new");
}

#[tokio::test]
async fn in_14_the_same_request_again_sends_no_second_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let path = "/api/v1/clients/{id}/users";
    let call = Call::post("invite_client_users", path)
        .with(jane.client)
        .key(&key());
    let call = call.json(&team(&["new@client.example"]));
    let first = jane.api.send(call.clone()).await.expect("invites");
    let again = jane.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!((first.status, &first.body), (again.status, &again.body));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("new@client.example").len(), 1);
}

#[tokio::test]
async fn someone_whose_invitation_expired_is_invited_again() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let body = team(&["new@client.example"]);
    jane.api
        .invite_client_users(jane.client, &body, &key())
        .await
        .expect("invites");
    world.run_jobs().await;
    world.advance(Duration::hours(121));
    let again = world.sign_in(&jane.email).await.expect("signs in");
    let answer = again
        .api
        .invite_client_users(jane.client, &body, &key())
        .await
        .expect("invites");
    assert_eq!(answer.results[0].outcome, TeamOutcome::Invited);
    world.accept("new@client.example").await;
}

#[tokio::test]
async fn a_list_has_one_to_fifty_lines_of_addresses_only() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let none = jane
        .api
        .invite_client_users(jane.client, &team(&[]), &key())
        .await;
    refused_field(none, "/members", "members_count");
    let many = jane
        .api
        .invite_client_users(jane.client, &team(&["a@x.example"; 51]), &key())
        .await;
    refused_field(many, "/members", "members_count");
    for body in [
        json!({"members": [{"email": "a@x.example", "role": "owner"}]}),
        json!({"members": [{"email": "a@x.example"}], "client_id": jane.client}),
    ] {
        let call =
            Call::post("invite_client_users", "/api/v1/clients/{id}/users").with(jane.client);
        let answer = jane.api.send(call.json(&body).key(&key())).await;
        refused(answer, ProblemCode::UnreadableBody);
    }
    assert_eq!(world.run_jobs().await, 0);
}

#[tokio::test]
async fn another_client_s_team_another_partner_s_and_a_lower_role_are_refused() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let body = team(&["evil@evil.example"]);
    let before = world.tables().await;
    let answer = ann
        .api
        .invite_client_users(jane.client, &body, &key())
        .await;
    refused(answer, ProblemCode::NotFound);
    let answer = other
        .api
        .invite_client_users(jane.client, &body, &key())
        .await;
    refused(answer, ProblemCode::NotFound);
    let answer = world
        .client()
        .invite_client_users(jane.client, &body, &key())
        .await;
    refused(answer, ProblemCode::NotSignedIn);
    assert_eq!(world.tables().await, before);
    for role in [StaffRole::SalesRep, StaffRole::Technician] {
        let staff = world
            .staff(&owner, role, &format!("{}@harbor.example", role.as_str()))
            .await;
        let answer = staff
            .api
            .invite_client_users(jane.client, &body, &key())
            .await;
        refused(answer, ProblemCode::Forbidden);
    }
}
