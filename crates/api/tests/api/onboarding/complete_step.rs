use crate::onboarding::state;
use crate::support::{World, company_info, key, refused};
use gangway_api_client::Call;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wizard::{Step, StepState};

#[tokio::test]
async fn in_17_a_needed_step_cannot_be_passed_by() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    for step in [Step::EnableSms, Step::EnableApplication, Step::InviteTeam] {
        let answer = jane.api.complete_step(jane.client, step).await;
        assert!(answer.is_err(), "{step:?}");
    }
    let answer = jane
        .api
        .complete_step(jane.client, Step::EnableApplication)
        .await;
    let problem = refused(answer, ProblemCode::StepNotOpen);
    assert!(
        problem.detail.contains("Company Info"),
        "{}",
        problem.detail
    );
    for step in [Step::Credentials, Step::CompanyInfo] {
        refused(
            jane.api.complete_step(jane.client, step).await,
            ProblemCode::Conflict,
        );
    }
}

#[tokio::test]
async fn b15_texting_is_not_done_without_a_number() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    let answer = jane.api.complete_step(jane.client, Step::EnableSms).await;
    let problem = refused(answer, ProblemCode::Conflict);
    assert!(
        problem.detail.contains("continue without text messaging"),
        "{}",
        problem.detail
    );
    jane.api
        .order_sms_number(jane.client, &key())
        .await
        .expect("orders");
    world.run_jobs().await;
    let set_up = jane
        .api
        .complete_step(jane.client, Step::EnableSms)
        .await
        .expect("is done");
    assert_eq!(state(&set_up, Step::EnableSms), StepState::Done);
}

#[tokio::test]
async fn in_17_steps_in_any_order_and_twice_come_to_the_same_with_one_event_each() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    let before = world.events("onboarding.step_completed").await;
    for step in [Step::InviteTeam, Step::EnableApplication, Step::InviteTeam] {
        jane.api
            .complete_step(jane.client, step)
            .await
            .expect("completes");
    }
    let (a, b) = tokio::join!(
        jane.api.complete_step(jane.client, Step::EnableApplication),
        jane.api.complete_step(jane.client, Step::InviteTeam),
    );
    assert_eq!(a.expect("completes").steps, b.expect("completes").steps);
    assert_eq!(world.events("onboarding.step_completed").await, before + 2);
    let set_up = jane
        .api
        .skip_step(jane.client, Step::EnableSms)
        .await
        .expect("skips");
    assert!(set_up.finished_at.is_some());
    jane.api
        .complete_step(jane.client, Step::InviteTeam)
        .await
        .expect("is content");
    assert_eq!(world.events("onboarding.finished").await, 1);
}

#[tokio::test]
async fn an_unknown_step_another_client_and_those_who_only_read_are_refused() {
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
    let path = "/api/v1/clients/{id}/onboarding/steps/{step}/complete";
    let call = Call::post("complete_step", path)
        .with(jane.client)
        .with("dance");
    refused(jane.api.send(call).await, ProblemCode::NotFound);
    let step = Step::InviteTeam;
    refused(
        ann.api.complete_step(jane.client, step).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.complete_step(jane.client, step).await,
        ProblemCode::NotFound,
    );
    refused(
        sales.api.complete_step(jane.client, step).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().complete_step(jane.client, step).await,
        ProblemCode::NotSignedIn,
    );
}
