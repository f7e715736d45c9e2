use crate::support::{World, company_info, key};
use gangway_domain::wire::{CompanyInfoDraft, Draft, InviteStatus};
use gangway_domain::wizard::Step;

#[tokio::test]
async fn b27_a_set_up_that_was_left_goes_on_where_it_was_on_another_device() {
    let mut world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let typed = CompanyInfoDraft {
        name: Some("Acme".to_owned()),
        ..CompanyInfoDraft::default()
    };
    let draft = Draft {
        company_info: Some(typed),
        team: None,
    };
    jane.api
        .save_draft(jane.client, &draft)
        .await
        .expect("types");

    let phone = world.sign_in(&jane.email).await.expect("on the phone");
    let set_up = phone.api.read_onboarding(jane.client).await.expect("reads");
    assert_eq!(
        (set_up.next, &set_up.draft),
        (Some(Step::CompanyInfo), &draft)
    );
    let info = company_info("Acme");
    phone
        .api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");

    let set_up = jane
        .api
        .read_onboarding(jane.client)
        .await
        .expect("the first device follows");
    assert_eq!(
        (set_up.next, set_up.draft),
        (Some(Step::EnableSms), Draft::default())
    );
    jane.api
        .skip_step(jane.client, Step::EnableSms)
        .await
        .expect("skips");

    world.restart().await;
    world.advance(chrono::Duration::days(40));
    let later = world.sign_in(&jane.email).await.expect("weeks later");
    let set_up = later.api.read_onboarding(jane.client).await.expect("reads");
    assert_eq!(set_up.next, Some(Step::EnableApplication));
}

#[tokio::test]
async fn b11_going_back_loses_nothing() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    let done = jane
        .api
        .complete_step(jane.client, Step::EnableApplication)
        .await
        .expect("done");
    let again = jane
        .api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("goes back");
    assert_eq!(again.steps, done.steps);
    let invites = owner
        .api
        .list_invites(gangway_api_client::List::default())
        .await
        .expect("lists");
    assert_eq!(invites.data[0].status, InviteStatus::Accepted);
    assert_eq!(invites.data[0].step, Some(Step::EnableSms));
}
