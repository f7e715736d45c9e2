use crate::support::{World, key, refused};
use gangway_api_client::Call;
use gangway_domain::ids::MailId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::SendTestEmail;

#[tokio::test]
async fn tn_01_a_mail_of_another_partner_is_not_there() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let river = world.partner("River IT").await;
    let body = SendTestEmail { to: None };
    let mail = owner
        .api
        .send_test_email(&body, &key())
        .await
        .expect("sends");
    assert_eq!(owner.api.read_mail(mail.id).await.expect("reads"), mail);
    let mut foreign = refused(river.api.read_mail(mail.id).await, ProblemCode::NotFound);
    let none = MailId(uuid::Uuid::from_u128(7));
    let mut absent = refused(river.api.read_mail(none).await, ProblemCode::NotFound);
    (foreign.reference, absent.reference) = (String::new(), String::new());
    assert_eq!(foreign, absent);
}

#[tokio::test]
async fn an_id_that_is_none_is_not_found() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    for wrong in ["x", "0", "..", "%00", "018f0000-0000-7000-8000"] {
        let call = Call::get("read_mail", "/api/v1/mails/{id}").with(wrong);
        refused(owner.api.send(call).await, ProblemCode::NotFound);
    }
}

#[tokio::test]
async fn roles_that_send_no_test_email_read_no_mail() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mail = owner
        .api
        .send_test_email(&SendTestEmail { to: None }, &key())
        .await
        .expect("sends");
    let manager = world
        .staff(&owner, StaffRole::Manager, "max@harborit.example")
        .await;
    refused(manager.api.read_mail(mail.id).await, ProblemCode::Forbidden);
    let jane = world.client_of(&owner, "jane@client.example").await;
    refused(jane.api.read_mail(mail.id).await, ProblemCode::Forbidden);
    refused(
        world.client().read_mail(mail.id).await,
        ProblemCode::NotSignedIn,
    );
}
