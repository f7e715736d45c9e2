use crate::onboarding::state;
use crate::support::{World, company_info, key, refused};
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::StaffRole;
use gangway_domain::wire::{ClientState, SmsNumberState};
use gangway_domain::wizard::{Step, StepState};

#[tokio::test]
async fn b26_b27_all_optional_steps_skipped_lead_to_the_dashboard() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    for step in [Step::EnableSms, Step::EnableApplication] {
        let set_up = jane.api.skip_step(jane.client, step).await.expect("skips");
        assert_eq!(
            (state(&set_up, step), set_up.finished_at),
            (StepState::Skipped, None)
        );
    }
    let set_up = jane
        .api
        .skip_step(jane.client, Step::InviteTeam)
        .await
        .expect("skips");
    assert_eq!((set_up.next, set_up.minutes_left), (None, 0));
    assert!(set_up.finished_at.is_some());
    let client = jane
        .api
        .read_client(jane.client)
        .await
        .expect("reads")
        .value;
    assert_eq!((client.state, client.step), (ClientState::Active, None));
    let me = jane.api.read_me().await.expect("reads");
    assert!(
        me.place()
            .and_then(|place| place.client.clone())
            .is_some_and(|client| client.set_up)
    );
}

#[tokio::test]
async fn what_was_skipped_can_be_done_later_and_the_set_up_stays_finished() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    for step in [Step::EnableSms, Step::EnableApplication, Step::InviteTeam] {
        jane.api.skip_step(jane.client, step).await.expect("skips");
    }
    let finished = jane
        .api
        .read_onboarding(jane.client)
        .await
        .expect("reads")
        .finished_at;
    world.advance(chrono::Duration::minutes(5));
    jane.api
        .order_sms_number(jane.client, &key())
        .await
        .expect("orders");
    world.run_jobs().await;
    let number = jane.api.read_sms_number(jane.client).await.expect("reads");
    assert_eq!(number.state, SmsNumberState::Assigned);
    let set_up = jane
        .api
        .complete_step(jane.client, Step::EnableApplication)
        .await
        .expect("done");
    assert_eq!(state(&set_up, Step::EnableSms), StepState::Done);
    assert_eq!(state(&set_up, Step::EnableApplication), StepState::Done);
    let set_up = jane
        .api
        .skip_step(jane.client, Step::EnableSms)
        .await
        .expect("stays");
    assert_eq!(
        state(&set_up, Step::EnableSms),
        StepState::Done,
        "what is done stays done"
    );
    assert_eq!(set_up.finished_at, finished);
    assert_eq!(world.events("onboarding.finished").await, 1);
}

#[tokio::test]
async fn a_needed_step_cannot_be_left_out() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    for step in [Step::Credentials, Step::CompanyInfo] {
        refused(
            jane.api.skip_step(jane.client, step).await,
            ProblemCode::Conflict,
        );
    }
    refused(
        jane.api.skip_step(jane.client, Step::InviteTeam).await,
        ProblemCode::StepNotOpen,
    );
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
    let step = Step::EnableSms;
    refused(
        ann.api.skip_step(jane.client, step).await,
        ProblemCode::NotFound,
    );
    refused(
        other.api.skip_step(jane.client, step).await,
        ProblemCode::NotFound,
    );
    refused(
        sales.api.skip_step(jane.client, step).await,
        ProblemCode::Forbidden,
    );
    refused(
        world.client().skip_step(jane.client, step).await,
        ProblemCode::NotSignedIn,
    );
}
