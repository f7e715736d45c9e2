//! One number, whatever happens between the order and the assignment.

use super::{later, number, order, ready};
use crate::support::World;
use chrono::Duration;
use gangway_domain::wire::SmsNumberState;
use gangway_sandbox::{Fault, FaultKind};

/// One number is owned at the provider, and it is the client's.
async fn one_number(world: &World, jane: &crate::support::ClientUser) {
    let seen = number(jane).await;
    assert_eq!(seen.state, SmsNumberState::Assigned, "{seen:?}");
    let owned = world.sandbox().twilio().numbers();
    let owned: Vec<&str> = owned
        .iter()
        .map(|number| number.phone_number.as_str())
        .collect();
    assert_eq!(owned, [seen.number.expect("a number").as_str()]);
    assert_eq!(world.events("sms_number.assigned").await, 1);
    assert_eq!(world.run_jobs().await, 0, "nothing is left to do");
}

#[tokio::test]
async fn sm_04_a_purchase_whose_answer_was_lost_is_found_again() {
    for kind in [
        FaultKind::DropAfterEffect,
        FaultKind::ErrorAfterEffect {
            status: 500,
            html: false,
        },
        FaultKind::ErrorAfterEffect {
            status: 503,
            html: true,
        },
    ] {
        let world = World::start().await;
        let jane = ready(&world).await;
        let fault = Fault::times(1, kind).on("POST", "IncomingPhoneNumbers");
        world.sandbox().twilio().fault(fault);
        order(&jane).await;
        world.run_jobs().await;
        assert_eq!(
            number(&jane).await.state,
            SmsNumberState::Searching,
            "not trouble yet"
        );
        world.advance(Duration::seconds(10));
        world.run_jobs().await;
        one_number(&world, &jane).await;
        let bought = world
            .sandbox()
            .twilio()
            .requests_to("POST", "IncomingPhoneNumbers");
        assert_eq!(bought.len(), 1);
    }
}

#[tokio::test]
async fn sm_04_a_purchase_that_never_arrived_is_made_again() {
    let world = World::start().await;
    let jane = ready(&world).await;
    let fault = Fault::times(2, FaultKind::DropBefore).on("POST", "IncomingPhoneNumbers");
    world.sandbox().twilio().fault(fault);
    order(&jane).await;
    later(&world).await;
    one_number(&world, &jane).await;
}

#[tokio::test]
async fn b17_a_number_sold_meanwhile_makes_room_for_another() {
    for code in [21422, 21421] {
        let world = World::start().await;
        let jane = ready(&world).await;
        let refuse = FaultKind::Refuse { status: 400, code };
        let fault = Fault::times(2, refuse).on("POST", "IncomingPhoneNumbers");
        world.sandbox().twilio().fault(fault);
        order(&jane).await;
        world.run_jobs().await;
        one_number(&world, &jane).await;
        let tried = world
            .sandbox()
            .twilio()
            .requests_to("POST", "IncomingPhoneNumbers");
        let wanted = |seen: &gangway_sandbox::RequestSeen| {
            let field = seen.form.iter().find(|(name, _)| name == "PhoneNumber");
            field.map(|(_, number)| number.clone()).expect("a number")
        };
        let mut numbers: Vec<String> = tried.iter().map(wanted).collect();
        numbers.sort();
        numbers.dedup();
        assert_eq!(
            (tried.len(), numbers.len()),
            (3, 3),
            "each number is tried once"
        );
    }
}

#[tokio::test]
async fn b17_a_number_that_somebody_else_has_at_the_same_account_is_not_taken_over() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let mut numbers = Vec::new();
    for index in 0..3 {
        let email = format!("jane{index}@client.example");
        let user = world.client_of(&owner, &email).await;
        let info = crate::support::company_info(&format!("Acme {index}"));
        let key = crate::support::key();
        user.api
            .submit_company_info(user.client, &info, &key)
            .await
            .expect("submits");
        order(&user).await;
        world.run_jobs().await;
        numbers.push(number(&user).await.number.expect("a number"));
    }
    numbers.sort();
    numbers.dedup();
    assert_eq!(numbers.len(), 3);
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn b17_a_crash_anywhere_between_order_and_assignment_buys_one_number() {
    use std::sync::Arc;
    use std::sync::atomic::{AtomicUsize, Ordering};

    for place in [
        "number_chosen",
        "before_buy",
        "after_buy",
        "before_number_commit",
        "after_number_commit",
    ] {
        let world = World::start().await;
        let jane = ready(&world).await;
        order(&jane).await;
        let reached = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&reached);
        fail::cfg_callback(place, move || {
            assert!(count.fetch_add(1, Ordering::SeqCst) > 0, "the worker dies");
        })
        .expect("a fail point");
        world.run_jobs().await;
        assert_eq!(reached.load(Ordering::SeqCst), 1, "{place}");
        later(&world).await;
        fail::remove(place);
        one_number(&world, &jane).await;
    }
}

#[cfg(feature = "failpoints")]
#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn jq_03_a_worker_that_wakes_up_after_another_took_over_buys_no_second_number() {
    use std::sync::Mutex;
    use std::sync::atomic::{AtomicBool, Ordering};
    use std::sync::mpsc;

    let world = World::start().await;
    let jane = ready(&world).await;
    order(&jane).await;
    let (arrived, asleep) = mpsc::channel();
    let (wake, woken) = mpsc::channel();
    let (first, arrived, woken) = (
        AtomicBool::new(true),
        Mutex::new(arrived),
        Mutex::new(woken),
    );
    fail::cfg_callback("before_buy", move || {
        if first.swap(false, Ordering::SeqCst) {
            arrived
                .lock()
                .expect("not poisoned")
                .send(())
                .expect("someone waits");
            // Its thread sleeps, and hands on whatever else it was to do.
            tokio::task::block_in_place(|| {
                woken
                    .lock()
                    .expect("not poisoned")
                    .recv()
                    .expect("is woken");
            });
        }
    })
    .expect("a fail point");
    let ctx = world.context().clone();
    let sleeper = tokio::spawn(async move { gangway::jobs::run_one(&ctx).await });
    tokio::task::spawn_blocking(move || asleep.recv())
        .await
        .expect("runs")
        .expect("sleeps");
    world.advance(Duration::seconds(91));
    world.run_jobs().await;
    assert_eq!(
        number(&jane).await.state,
        SmsNumberState::Assigned,
        "another worker took over"
    );
    wake.send(()).expect("wakes");
    sleeper.await.expect("runs").expect("ends");
    fail::remove("before_buy");
    one_number(&world, &jane).await;
}
