use crate::support::{World, company_info, key, refused};
use crate::texting::{order, ready};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::UpdatePartner;

#[tokio::test]
async fn b21_the_code_to_place_on_every_page_carries_the_public_key() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let seen = jane.api.read_application(jane.client).await.expect("reads");
    assert!(
        seen.application_key.starts_with("gwa_"),
        "{}",
        seen.application_key
    );
    assert!(
        seen.code
            .starts_with("<script async src=\"http://localhost:8080/widget/v1.js\"")
    );
    assert!(seen.code.contains(&seen.application_key));
    assert_eq!(
        seen.allowed_origins,
        ["https://www.client.example", "https://client.example"]
    );
    let later = jane
        .api
        .read_application(jane.client)
        .await
        .expect("is found later");
    assert_eq!(later, seen);
}

#[tokio::test]
async fn b21_the_partner_changes_or_hides_its_line_beside_the_code() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let note = async || {
        jane.api
            .read_application(jane.client)
            .await
            .expect("reads")
            .services_note
    };
    assert_eq!(
        note().await.as_deref(),
        Some("Ask about our Done For You Services!")
    );
    for (text, wanted) in [("We do it for you.", Some("We do it for you.")), ("", None)] {
        let etag = owner.api.read_partner().await.expect("reads").etag;
        let body = UpdatePartner {
            services_note: Some(text.to_owned()),
            ..UpdatePartner::default()
        };
        owner
            .api
            .update_partner(&body, &etag)
            .await
            .expect("changes");
        assert_eq!(note().await.as_deref(), wanted);
    }
}

#[tokio::test]
async fn b15_without_a_number_the_api_says_that_texting_is_not_there() {
    let world = World::start().await;
    let jane = ready(&world).await;
    assert!(
        !jane
            .api
            .read_application(jane.client)
            .await
            .expect("reads")
            .texting
    );
    order(&jane).await;
    assert!(
        !jane
            .api
            .read_application(jane.client)
            .await
            .expect("reads")
            .texting
    );
    world.run_jobs().await;
    assert!(
        jane.api
            .read_application(jane.client)
            .await
            .expect("reads")
            .texting
    );
}

#[tokio::test]
async fn before_company_info_the_code_works_nowhere() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let seen = jane.api.read_application(jane.client).await.expect("reads");
    assert!(seen.allowed_origins.is_empty());
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    let seen = jane.api.read_application(jane.client).await.expect("reads");
    assert_eq!(seen.allowed_origins.len(), 2);
}

#[tokio::test]
async fn another_client_and_another_partner_see_none() {
    let world = World::start().await;
    let (owner, other) = (
        world.partner("Harbor IT").await,
        world.partner("Other IT").await,
    );
    let jane = world.client_of(&owner, "jane@client.example").await;
    let ann = world.client_of(&owner, "ann@other.example").await;
    let sales = world
        .staff(&owner, StaffRole::SalesRep, "sales@harbor.example")
        .await;
    let technician = world
        .staff(&owner, StaffRole::Technician, "tech@harbor.example")
        .await;
    for api in [&ann.api, &other.api, &sales.api, &technician.api] {
        refused(
            api.read_application(jane.client).await,
            ProblemCode::NotFound,
        );
    }
    refused(
        world.client().read_application(jane.client).await,
        ProblemCode::NotSignedIn,
    );
    owner
        .api
        .read_application(jane.client)
        .await
        .expect("its partner reads along");
}
