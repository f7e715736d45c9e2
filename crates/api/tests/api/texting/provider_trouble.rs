//! Without a number nothing is lost: plain words, a reference, and another try by itself or on demand.

use super::{later, number, order, ready};
use crate::onboarding::state;
use crate::support::World;
use chrono::Duration;
use gangway_domain::wire::SmsNumberState;
use gangway_domain::wizard::{Step, StepState};
use gangway_sandbox::{Fault, FaultKind};

fn for_now(kind: FaultKind) -> Fault {
    Fault {
        kind,
        ..Fault::default()
    }
}

#[tokio::test]
async fn b17_without_numbers_the_wizard_goes_on_and_a_number_comes_later_by_itself() {
    let world = World::start().await;
    let jane = ready(&world).await;
    world
        .sandbox()
        .twilio()
        .fault(for_now(FaultKind::NoNumbers));
    order(&jane).await;
    world.run_jobs().await;
    let seen = number(&jane).await;
    assert_eq!(
        (seen.state, seen.number),
        (SmsNumberState::TryAgainLater, None)
    );
    let words = seen.detail.expect("words");
    assert!(words.contains("Nothing is lost"), "{words}");
    assert!(
        seen.reference
            .is_some_and(|reference| !reference.is_empty())
    );
    let set_up = jane
        .api
        .skip_step(jane.client, Step::EnableSms)
        .await
        .expect("goes on");
    assert_eq!(set_up.next, Some(Step::EnableApplication));
    world.sandbox().twilio().clear_faults();
    later(&world).await;
    assert_eq!(number(&jane).await.state, SmsNumberState::Assigned);
    let set_up = jane.api.read_onboarding(jane.client).await.expect("reads");
    assert_eq!(state(&set_up, Step::EnableSms), StepState::Done);
}

#[tokio::test]
async fn b17_while_twilio_is_down_nothing_is_lost() {
    for kind in [
        FaultKind::ServerError {
            status: 503,
            html: true,
        },
        FaultKind::DropBefore,
        FaultKind::Refuse {
            status: 401,
            code: 20003,
        },
    ] {
        let world = World::start().await;
        let jane = ready(&world).await;
        world.sandbox().twilio().fault(for_now(kind));
        order(&jane).await;
        world.run_jobs().await;
        let seen = number(&jane).await;
        assert_eq!(seen.state, SmsNumberState::TryAgainLater, "{seen:?}");
        assert!(
            seen.detail.is_some() && seen.reference.is_some(),
            "{seen:?}"
        );
        world.sandbox().twilio().clear_faults();
        later(&world).await;
        assert_eq!(number(&jane).await.state, SmsNumberState::Assigned);
        assert_eq!(world.sandbox().twilio().numbers().len(), 1);
    }
}

#[tokio::test]
async fn b17_asking_again_after_trouble_tries_at_once() {
    let world = World::start().await;
    let jane = ready(&world).await;
    world
        .sandbox()
        .twilio()
        .fault(Fault::times(1, FaultKind::NoNumbers));
    order(&jane).await;
    world.run_jobs().await;
    assert_eq!(number(&jane).await.state, SmsNumberState::TryAgainLater);
    let again = order(&jane).await;
    assert_eq!(
        (again.state, again.reference),
        (SmsNumberState::Searching, None)
    );
    world.run_jobs().await;
    assert_eq!(number(&jane).await.state, SmsNumberState::Assigned);
    assert_eq!(world.events("sms_number.ordered").await, 2);
    assert_eq!(world.sandbox().twilio().numbers().len(), 1);
}

#[tokio::test]
async fn a_provider_that_asks_to_be_left_alone_is_left_alone_so_long() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let throttle = FaultKind::Throttle {
        retry_after: Some(600),
    };
    world.sandbox().twilio().fault(Fault::times(1, throttle));
    order(&jane).await;
    world.run_jobs().await;
    let calls = world.sandbox().twilio().requests().len();
    world.advance(Duration::seconds(590));
    world.run_jobs().await;
    assert_eq!(world.sandbox().twilio().requests().len(), calls);
    world.advance(Duration::seconds(11));
    world.run_jobs().await;
    assert_eq!(number(&jane).await.state, SmsNumberState::Assigned);
}

#[tokio::test]
async fn after_a_day_it_waits_to_be_asked_again() {
    let world = World::start().await;
    let jane = ready(&world).await;
    world
        .sandbox()
        .twilio()
        .fault(for_now(FaultKind::NoNumbers));
    order(&jane).await;
    let searches = || {
        world
            .sandbox()
            .twilio()
            .requests_to("GET", "AvailablePhoneNumbers")
            .len()
    };
    for _ in 0..40 {
        world.run_jobs().await;
        world.advance(Duration::minutes(60));
    }
    let tried = searches();
    assert!(tried >= 10, "{tried} searches in a day");
    for _ in 0..5 {
        world.run_jobs().await;
        world.advance(Duration::minutes(60));
    }
    assert_eq!(searches(), tried, "it has stopped");
    world.sandbox().twilio().clear_faults();
    let again = world.sign_in(&jane.email).await.expect("signs in");
    again
        .api
        .order_sms_number(jane.client, &crate::support::key())
        .await
        .expect("orders");
    world.run_jobs().await;
    let seen = again.api.read_sms_number(jane.client).await.expect("reads");
    assert_eq!(seen.state, SmsNumberState::Assigned);
}

#[tokio::test]
async fn sm_04_a_partner_gets_no_more_numbers_a_day_than_allowed_and_the_next_one_comes_later() {
    let world = World::start_with(&[("GANGWAY_TWILIO_NUMBERS_PER_DAY", "2")]).await;
    let owner = world.partner("Harbor IT").await;
    let neighbor = world.partner("Pier IT").await;
    let mut users = Vec::new();
    for (index, by) in [&owner, &owner, &owner, &neighbor].into_iter().enumerate() {
        let user = world
            .client_of(by, &format!("jane{index}@client.example"))
            .await;
        let info = crate::support::company_info(&format!("Acme {index}"));
        user.api
            .submit_company_info(user.client, &info, &crate::support::key())
            .await
            .expect("submits");
        order(&user).await;
        world.run_jobs().await;
        users.push(user);
    }
    let bought = || world.sandbox().twilio().numbers().len();
    let late = number(&users[2]).await;
    assert_eq!(late.state, SmsNumberState::TryAgainLater);
    assert!(
        late.detail
            .is_some_and(|words| words.contains("comes by itself"))
    );
    assert_eq!(
        number(&users[3]).await.state,
        SmsNumberState::Assigned,
        "its own limit"
    );
    assert_eq!(bought(), 3);
    // Asking again buys none either.
    order(&users[2]).await;
    world.run_jobs().await;
    assert_eq!(bought(), 3);
    let metrics = gangway::telemetry::metrics::render();
    assert!(
        metrics.contains("gangway_numbers_refused_total"),
        "the operator is told"
    );
    world.advance(Duration::hours(23));
    world.run_jobs().await;
    world.advance(Duration::minutes(90));
    world.run_jobs().await;
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let seen = owner.api.read_sms_number(users[2].client).await;
    assert_eq!(seen.expect("reads").state, SmsNumberState::Assigned);
    assert_eq!(bought(), 4);
}
