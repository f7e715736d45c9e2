use crate::support::{Staff, World, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{Checklist, InviteUser, SendInvite, SendTestEmail, UpdatePartner};

const NOTHING: Checklist = Checklist {
    email_notifications: false,
    onboarding_team: false,
    it_glue_connection: false,
    first_client: false,
};

async fn checklist(of: &Staff) -> Checklist {
    of.api.read_checklist().await.expect("reads")
}

#[tokio::test]
async fn a05_each_item_is_done_by_what_really_happened() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let river = world.partner("River IT").await;
    assert_eq!(checklist(&owner).await, NOTHING);

    owner
        .api
        .send_test_email(&SendTestEmail { to: None }, &key())
        .await
        .expect("sends");
    assert_eq!(checklist(&owner).await, NOTHING, "queued is not accepted");
    world.run_jobs().await;
    let mut wanted = Checklist {
        email_notifications: true,
        ..NOTHING
    };
    assert_eq!(checklist(&owner).await, wanted);

    let body = InviteUser {
        first_name: "Sam".to_owned(),
        last_name: "Staff".to_owned(),
        email: "sam@harborit.example".to_owned(),
        role: "manager".to_owned(),
    };
    owner.api.invite_user(&body, &key()).await.expect("invites");
    wanted.onboarding_team = true;
    assert_eq!(checklist(&owner).await, wanted);

    let read = owner.api.read_partner().await.expect("reads");
    let address = Some("harbor.itglue.com".to_owned());
    let body = UpdatePartner {
        it_glue_address: address,
        ..UpdatePartner::default()
    };
    let changed = owner
        .api
        .update_partner(&body, &read.etag)
        .await
        .expect("changes");
    wanted.it_glue_connection = true;
    assert_eq!(checklist(&owner).await, wanted);

    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    wanted.first_client = true;
    assert_eq!(checklist(&owner).await, wanted);

    let body = UpdatePartner {
        it_glue_address: Some(String::new()),
        ..UpdatePartner::default()
    };
    owner
        .api
        .update_partner(&body, &changed.etag)
        .await
        .expect("changes");
    wanted.it_glue_connection = false;
    assert_eq!(
        checklist(&owner).await,
        wanted,
        "taken away, it is open again"
    );
    assert_eq!(checklist(&river).await, NOTHING, "nobody else's");
}

#[tokio::test]
async fn a05_a_refused_test_email_leaves_its_item_open() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    world
        .sandbox()
        .mailbox()
        .refuse_recipient(&owner.email, 550, "5.1.1 No such user");
    owner
        .api
        .send_test_email(&SendTestEmail { to: None }, &key())
        .await
        .expect("sends");
    world.run_jobs().await;
    assert!(!checklist(&owner).await.email_notifications);
}

#[tokio::test]
async fn staff_of_every_role_read_it_and_users_of_clients_do_not() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let technician = world
        .staff(&owner, StaffRole::Technician, "tess@harborit.example")
        .await;
    assert!(checklist(&technician).await.onboarding_team);
    let jane = world.client_of(&owner, "jane@client.example").await;
    refused(jane.api.read_checklist().await, ProblemCode::Forbidden);
    refused(
        world.client().read_checklist().await,
        ProblemCode::NotSignedIn,
    );
}
