use crate::onboarding::state;
use crate::support::{World, company_info, key, refused, refused_field};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{CompanyInfo, CompanyInfoDraft, Draft};
use gangway_domain::wizard::{Step, StepState};

#[tokio::test]
async fn b13_company_info_becomes_the_client_s_record() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let typed = CompanyInfoDraft {
        name: Some("Ac".to_owned()),
        ..CompanyInfoDraft::default()
    };
    let draft = Draft {
        company_info: Some(typed),
        team: None,
    };
    jane.api
        .save_draft(jane.client, &draft)
        .await
        .expect("saves");
    let info = company_info("Acme");
    let set_up = jane
        .api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    assert_eq!(state(&set_up, Step::CompanyInfo), StepState::Done);
    assert_eq!(
        (set_up.next, set_up.draft),
        (Some(Step::EnableSms), Draft::default())
    );
    let client = owner
        .api
        .read_client(jane.client)
        .await
        .expect("reads")
        .value;
    assert_eq!(client.name.as_deref(), Some("Acme"));
    assert_eq!(client.time_zone.as_deref(), Some("America/New_York"));
    assert_eq!(client.reply_to.as_deref(), Some("office@client.example"));
    assert_eq!(
        client.website.as_deref(),
        Some("https://www.client.example/")
    );
    assert_eq!(client.address_line1.as_deref(), Some("1 Harbour Street"));
}

#[tokio::test]
async fn b13_an_address_without_its_scheme_is_refused_with_the_example() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = CompanyInfo {
        website: "companyname.com".to_owned(),
        ..company_info("Acme")
    };
    let answer = jane
        .api
        .submit_company_info(jane.client, &info, &key())
        .await;
    let message = refused_field(answer, "/website", "scheme_missing");
    assert!(message.contains("https://www.companyname.com"), "{message}");
    let set_up = jane.api.read_onboarding(jane.client).await.expect("reads");
    assert_eq!(state(&set_up, Step::CompanyInfo), StepState::Todo);
}

#[tokio::test]
async fn b13_every_needed_field_is_named_and_all_at_once() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let before = world.tables().await;
    let answer = jane
        .api
        .submit_company_info(jane.client, &CompanyInfo::default(), &key())
        .await;
    let problem = refused(answer, ProblemCode::InvalidFields);
    let mut seen: Vec<_> = problem
        .errors
        .iter()
        .map(|error| error.pointer.as_str())
        .collect();
    seen.sort_unstable();
    let wanted = [
        "/address_line1",
        "/city",
        "/country",
        "/name",
        "/reply_to",
        "/time_zone",
        "/website",
    ];
    assert_eq!(seen, wanted);
    for (pointer, info) in [
        (
            "/time_zone",
            CompanyInfo {
                time_zone: "Eastern".to_owned(),
                ..company_info("Acme")
            },
        ),
        (
            "/country",
            CompanyInfo {
                country: "XX".to_owned(),
                ..company_info("Acme")
            },
        ),
        (
            "/reply_to",
            CompanyInfo {
                reply_to: "office".to_owned(),
                ..company_info("Acme")
            },
        ),
    ] {
        let answer = jane
            .api
            .submit_company_info(jane.client, &info, &key())
            .await;
        let problem = refused(answer, ProblemCode::InvalidFields);
        assert_eq!(problem.errors[0].pointer, pointer);
    }
    assert_eq!(world.tables().await, before);
}

#[tokio::test]
async fn another_client_and_those_who_only_read_are_refused() {
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
    let info = company_info("Evil");
    for api in [&ann.api, &other.api] {
        refused(
            api.submit_company_info(jane.client, &info, &key()).await,
            ProblemCode::NotFound,
        );
    }
    let answer = sales
        .api
        .submit_company_info(jane.client, &info, &key())
        .await;
    refused(answer, ProblemCode::Forbidden);
    let answer = world
        .client()
        .submit_company_info(jane.client, &info, &key())
        .await;
    refused(answer, ProblemCode::NotSignedIn);
}
