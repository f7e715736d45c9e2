use crate::support::{World, company_info, key, refused, refused_field};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{CompanyInfoDraft, Draft, TeamMember};
use reqwest::Method;
use serde_json::json;

/// Fields of Company Info, as typed.
pub fn typed(change: impl FnOnce(&mut CompanyInfoDraft)) -> Draft {
    let mut info = CompanyInfoDraft::default();
    change(&mut info);
    Draft {
        company_info: Some(info),
        team: None,
    }
}

#[tokio::test]
async fn any_text_is_kept_up_to_a_length_and_nothing_else() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let half = typed(|info| info.website = Some("https:/ <b>é\u{1f40b}' OR 1=1 --".to_owned()));
    assert_eq!(
        jane.api
            .save_draft(jane.client, &half)
            .await
            .expect("saves")
            .draft,
        half
    );
    let long = typed(|info| info.name = Some("x".repeat(2001)));
    let answer = jane.api.save_draft(jane.client, &long).await;
    refused_field(answer, "/company_info/name", "too_long");
    let odd = typed(|info| info.city = Some("a\0b".to_owned()));
    let answer = jane.api.save_draft(jane.client, &odd).await;
    refused_field(answer, "/company_info/city", "invalid_text");
    let member = TeamMember {
        email: "x".repeat(400),
    };
    let many = Draft {
        team: Some(vec![member.clone(); 50]),
        ..Draft::default()
    };
    refused(
        jane.api.save_draft(jane.client, &many).await,
        ProblemCode::TooLarge,
    );
    let more = Draft {
        team: Some(vec![member; 51]),
        ..Draft::default()
    };
    refused_field(
        jane.api.save_draft(jane.client, &more).await,
        "/team",
        "members_count",
    );
    let path = "/api/v1/clients/{id}/onboarding/draft";
    for body in [
        json!({"partner_id": 1}),
        json!({"company_info": {"id": "x"}}),
    ] {
        let call = Call::new("save_draft", Method::PATCH, path)
            .with(jane.client)
            .json(&body);
        refused(jane.api.send(call).await, ProblemCode::UnreadableBody);
    }
    assert_eq!(
        jane.api
            .read_onboarding(jane.client)
            .await
            .expect("reads")
            .draft,
        half
    );
}

#[tokio::test]
async fn in_17_a_save_that_comes_after_the_submit_leaves_nothing_behind() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    let late = typed(|draft| draft.name = Some("Acme".to_owned()));
    let set_up = jane
        .api
        .save_draft(jane.client, &late)
        .await
        .expect("saves");
    assert_eq!(set_up.draft, Draft::default());
    let changed = typed(|draft| draft.name = Some("Acme Two".to_owned()));
    let set_up = jane
        .api
        .save_draft(jane.client, &changed)
        .await
        .expect("saves");
    assert_eq!(set_up.draft, changed);
}

#[tokio::test]
async fn another_client_s_draft_and_a_reader_s_are_refused() {
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
    let draft = typed(|info| info.name = Some("Evil".to_owned()));
    refused(
        ann.api.save_draft(jane.client, &draft).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.save_draft(jane.client, &draft).await,
        ProblemCode::NotFound,
    );
    refused(
        sales.api.save_draft(jane.client, &draft).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().save_draft(jane.client, &draft).await,
        ProblemCode::NotSignedIn,
    );
    let seen = jane
        .api
        .read_onboarding(jane.client)
        .await
        .expect("reads")
        .draft;
    assert_eq!(seen, Draft::default());
    owner
        .api
        .save_draft(jane.client, &draft)
        .await
        .expect("an owner helps");
}
