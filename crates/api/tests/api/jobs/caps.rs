//! JQ-08: so many of a kind at a time, and the urgent ones first.

use super::rows::{job, jobs, make_due, open_job, put_idle_mails};
use crate::support::proxy::{Proxy, Wire};
use crate::support::{World, company_info, key};
use gangway::health::Heartbeat;
use gangway::jobs::{Worker, run_one};
use gangway_domain::wire::{SendInvite, SmsNumberState};
use gangway_sandbox::{Options, Sandbox};
use std::sync::Arc;
use std::time::{Duration, Instant};

/// The most mails handed over at a time while twenty of four partners wait and the mail server hangs.
/// Meanwhile a client gets its number.
async fn most_at_once(settings: &[(&str, &str)]) -> usize {
    let sandbox = Arc::new(Sandbox::start(Options::default()).expect("a sandbox"));
    let wire = Proxy::to(sandbox.smtp_addr()).await;
    let world = World::start_on_wire(&sandbox, wire.addr(), settings).await;
    let mut owners = Vec::new();
    for name in ["Harbor IT", "Pier IT", "Quay IT", "Dock IT"] {
        owners.push(world.partner(name).await);
    }
    let jane = world.client_of(&owners[0], "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    world.run_jobs().await;
    wire.set(Wire::Silent);
    for (n, owner) in owners.iter().cycle().take(20).enumerate() {
        let email = format!("joe{n}@client.example");
        let body = SendInvite { email };
        owner.api.send_invite(&body, &key()).await.expect("invites");
    }
    let worker = Worker::start(world.context(), 12, Heartbeat::default());
    let started = Instant::now();
    let mut most = 0;
    let mut ordered = false;
    while started.elapsed() < Duration::from_millis(1500) {
        most = most.max(wire.open());
        if !ordered && started.elapsed() > Duration::from_millis(500) {
            jane.api
                .order_sms_number(jane.client, &key())
                .await
                .expect("orders");
            ordered = true;
        }
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
    let number = jane.api.read_sms_number(jane.client).await.expect("reads");
    assert_eq!(
        number.state,
        SmsNumberState::Assigned,
        "mails do not hold it up"
    );
    wire.set(Wire::Cut);
    worker.stop(Duration::from_secs(5)).await;
    most
}

#[tokio::test]
async fn jq_08_five_mails_at_a_time_unless_set_otherwise_and_numbers_beside_them() {
    assert_eq!(most_at_once(&[]).await, 5);
    assert_eq!(most_at_once(&[("GANGWAY_MAILS_AT_ONCE", "2")]).await, 2);
}

#[tokio::test]
async fn jq_08_the_urgent_kinds_go_first_whenever_they_were_queued() {
    let world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let jane = world.client_of(&owner, "jane@client.example").await;
    let info = company_info("Acme");
    jane.api
        .submit_company_info(jane.client, &info, &key())
        .await
        .expect("submits");
    world.run_jobs().await;
    let pruning = open_job(&world, "old_rows_pruned").await;
    make_due(&world, pruning.id, pruning.created_at).await;
    let mail = put_idle_mails(world.context(), owner.partner().0, 1).await[0];
    jane.api
        .order_sms_number(jane.client, &key())
        .await
        .expect("orders");
    let number = jobs(&world, "number_bought").await[0].id;
    for (turn, id) in [number, mail, pruning.id].into_iter().enumerate() {
        let tries = job(&world, id).await.attempts;
        assert!(run_one(world.context()).await.expect("runs"));
        assert_eq!(job(&world, id).await.attempts, tries + 1, "turn {turn}");
    }
}
