use crate::support::{World, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::UpdatePartner;
use gangway_domain::wizard::{Step, StepState};

#[tokio::test]
async fn b11_the_steps_stand_in_order_with_where_to_go_on_and_how_long_it_takes() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let set_up = jane.api.read_onboarding(jane.client).await.expect("reads");
    let seen: Vec<_> = set_up
        .steps
        .iter()
        .map(|view| (view.step, view.state, view.optional))
        .collect();
    let wanted = [
        (Step::Credentials, StepState::Done, false),
        (Step::CompanyInfo, StepState::Todo, false),
        (Step::EnableSms, StepState::Todo, true),
        (Step::EnableApplication, StepState::Todo, true),
        (Step::InviteTeam, StepState::Todo, true),
    ];
    assert_eq!(seen, wanted);
    assert_eq!(
        (set_up.next, set_up.minutes_left),
        (Some(Step::CompanyInfo), 5)
    );
}

#[tokio::test]
async fn b05_the_partner_s_contact_stands_on_every_page_of_the_set_up() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let etag = owner.api.read_partner().await.expect("reads").etag;
    let body = UpdatePartner {
        support_name: Some("Hanna Help".to_owned()),
        support_email: Some("help@harbor.example".to_owned()),
        support_phone: Some("+12075550100".to_owned()),
        ..UpdatePartner::default()
    };
    owner
        .api
        .update_partner(&body, &etag)
        .await
        .expect("changes");
    let (_, token) = crate::invites::invited(&world, &owner, "jane@client.example").await;
    let link = world.client().look_up_invite(&token).await.expect("opens");
    let first = link.contact.expect("a contact");
    assert_eq!(first.name.as_deref(), Some("Hanna Help"));
    assert_eq!(first.email.as_deref(), Some("help@harbor.example"));
    assert_eq!(first.phone.as_deref(), Some("+12075550100"));
    let (api, me) = world.accept("jane@client.example").await;
    let client = me
        .place()
        .and_then(|place| place.client.clone())
        .expect("a client")
        .id;
    assert_eq!(
        api.read_onboarding(client).await.expect("reads").contact,
        first
    );
}

#[tokio::test]
async fn staff_that_sees_the_client_reads_along_and_nobody_else() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    let jane = world.client_of(&sales, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    for api in [&owner.api, &sales.api, &jane.api] {
        api.read_onboarding(jane.client).await.expect("reads");
    }
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    for api in [&other.api, &ann.api, &technician.api] {
        refused(
            api.read_onboarding(jane.client).await,
            ProblemCode::NotFound,
        );
    }
    refused(
        sales.api.read_onboarding(ann.client).await,
        ProblemCode::NotFound,
    );
    refused(
        world.client().read_onboarding(jane.client).await,
        ProblemCode::NotSignedIn,
    );
}
