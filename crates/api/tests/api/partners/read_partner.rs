use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;

#[tokio::test]
async fn every_staff_member_reads_the_partner_and_nobody_elses() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let river = world.partner("River IT").await;
    let technician = world
        .staff(&owner, StaffRole::Technician, "tess@harborit.example")
        .await;
    for staff in [&owner, &technician] {
        let partner = staff.api.read_partner().await.expect("reads").value;
        assert_eq!(
            (partner.id, partner.name.as_str()),
            (owner.partner(), "Harbor IT")
        );
    }
    assert_eq!(
        river.api.read_partner().await.expect("reads").value.name,
        "River IT"
    );
}

#[tokio::test]
async fn a06_the_sender_is_shown_so_that_it_can_be_let_in() {
    let world =
        World::start_with(&[("GANGWAY_MAIL_SENDER_ADDRESS", "no-reply@gangway.example")]).await;
    let owner = world.partner("Harbor IT").await;
    let sender = owner.api.read_partner().await.expect("reads").value.sender;
    assert_eq!(sender, "no-reply@gangway.example");
    let body = gangway_domain::wire::SendTestEmail { to: None };
    owner
        .api
        .send_test_email(&body, &crate::support::key())
        .await
        .expect("sends");
    let mail = world.mail_to(&owner.email).await;
    assert_eq!(mail.from, sender);
    assert!(
        mail.header_from[0].ends_with("<no-reply@gangway.example>"),
        "{:?}",
        mail.header_from
    );
}

#[tokio::test]
async fn a_user_of_a_client_and_a_stranger_are_refused() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    refused(jane.api.read_partner().await, ProblemCode::Forbidden);
    refused(
        world.client().read_partner().await,
        ProblemCode::NotSignedIn,
    );
}
