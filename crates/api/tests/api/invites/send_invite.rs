use super::to;
use crate::support::{World, key, refused, refused_field, token_of};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{InviteStatus, Token};

#[tokio::test]
async fn b06_an_invited_client_gets_a_welcome_email_with_its_link() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let invite = owner
        .api
        .send_invite(&to("jane@client.example"), &key())
        .await
        .expect("invites");
    assert_eq!(invite.status, InviteStatus::Sent);
    let mail = world.mail_to("jane@client.example").await;
    assert!(
        mail.html
            .as_deref()
            .unwrap_or_default()
            .contains("Set Up Company")
    );
    let token = Token {
        token: token_of(&mail),
    };
    let link = world.client().look_up_invite(&token).await.expect("opens");
    assert_eq!(link.email.as_deref(), Some("jane@client.example"));
    assert_eq!(link.contact.expect("a contact").partner_name, "Harbor IT");
}

#[tokio::test]
async fn b07_a_list_of_addresses_is_refused_and_told_so() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for list in [
        "a@x.example,b@x.example",
        "a@x.example; b@x.example",
        "a@x.example b@x.example",
    ] {
        let answer = owner.api.send_invite(&to(list), &key()).await;
        refused_field(answer, "/email", "one_address_only");
    }
    assert_eq!(world.run_jobs().await, 0, "nothing is sent");
}

#[tokio::test]
async fn b05_an_error_names_what_went_wrong_and_its_reference_and_stores_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let before = world.tables().await;
    let call = Call::post("send_invite", "/api/v1/invites")
        .json(&to("not an address"))
        .key(&key())
        .header("x-request-id", "told-on-the-phone-1");
    let problem = refused(owner.api.send(call).await, ProblemCode::InvalidFields);
    assert_eq!(problem.reference, "told-on-the-phone-1");
    assert!(
        problem.detail.contains("name@companyname.com"),
        "{}",
        problem.detail
    );
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn the_same_request_again_sends_no_second_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let key = key();
    let call = Call::post("send_invite", "/api/v1/invites")
        .json(&to("jane@client.example"))
        .key(&key);
    let first = owner.api.send(call.clone()).await.expect("invites");
    let again = owner.api.send(call).await.expect("is answered as before");
    assert_eq!(again.header("idempotent-replayed"), Some("true"));
    assert_eq!(first.header("idempotent-replayed"), None);
    assert_eq!((again.status, &again.body), (first.status, &first.body));
    assert_eq!(again.header("location"), first.header("location"));
    world.run_jobs().await;
    assert_eq!(world.sandbox().mailbox().to("jane@client.example").len(), 1);
    let other = owner.api.send_invite(&to("joe@client.example"), &key).await;
    refused(other, ProblemCode::IdempotencyKeyReused);
}

#[tokio::test]
async fn a_key_of_one_partner_says_nothing_about_another_s() {
    let world = World::start().await;
    let (harbor, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let key = key();
    let one = harbor
        .api
        .send_invite(&to("jane@client.example"), &key)
        .await
        .expect("invites");
    let two = other
        .api
        .send_invite(&to("jane@client.example"), &key)
        .await
        .expect("invites");
    assert_ne!(one.id, two.id);
}

#[tokio::test]
async fn only_those_who_create_clients_invite() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for (role, may) in [
        (StaffRole::Administrator, true),
        (StaffRole::Manager, true),
        (StaffRole::SalesRep, true),
        (StaffRole::Technician, false),
    ] {
        let email = format!("{}@harbor.example", role.as_str());
        let staff = world.staff(&owner, role, &email).await;
        let answer = staff
            .api
            .send_invite(&to("new@client.example"), &key())
            .await;
        if may {
            assert_eq!(
                answer.expect("invites").invited_by.as_deref(),
                Some("Casey Comer")
            );
        } else {
            refused(answer, ProblemCode::Forbidden);
        }
    }
    let user = world.client_of(&owner, "jane@client.example").await;
    let answer = user
        .api
        .send_invite(&to("new@client.example"), &key())
        .await;
    refused(answer, ProblemCode::Forbidden);
    let answer = world
        .client()
        .send_invite(&to("new@client.example"), &key())
        .await;
    refused(answer, ProblemCode::NotSignedIn);
}
