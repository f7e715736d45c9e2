//! JQ-10: a provider that is down is left alone, and what piled up goes out evenly afterwards.

use super::rows::jobs;
use crate::support::World;
use crate::support::proxy::{Proxy, Wire};
use chrono::Duration;
use gangway_domain::values::EmailAddress;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::job::{Column, Entity};
use gangway_sandbox::{Options, Sandbox};
use sea_orm::{ColumnTrait as _, PaginatorTrait as _, QueryFilter as _};
use std::sync::Arc;

/// Seconds that each phase lasts, and how many seconds apart the mails come.
const USUAL_S: usize = 60;
const DOWN_S: usize = 3600;
const WHILE_DOWN_EVERY_S: usize = 20;
/// Ticks of the clock in a second, where it matters.
const TICKS: i32 = 4;

struct Day {
    world: World,
    wire: Proxy,
    partner: gangway_domain::ids::PartnerId,
    queued: usize,
}

impl Day {
    async fn queue_a_mail(&mut self) {
        let ctx = self.world.context();
        let to = EmailAddress::parse("olive@client.example").expect("an address");
        let tx = ctx.db.begin().await.expect("begins");
        gangway::mails::queue(
            ctx,
            &tx,
            Some(self.partner),
            "test_email",
            self.partner,
            &to,
        )
        .await
        .expect("queues");
        tx.commit().await.expect("commits");
        self.queued += 1;
    }

    /// Lets a second pass in so many ticks; gives how often the mail server was called in it.
    async fn second(&mut self, ticks: i32) -> usize {
        let before = self.wire.calls();
        for _ in 0..ticks {
            self.world.run_jobs().await;
            self.world
                .advance(Duration::milliseconds(1000 / i64::from(ticks)));
        }
        self.wire.calls() - before
    }

    async fn sent(&self) -> usize {
        let done = Entity::all()
            .filter(Column::Kind.eq("mail_sent"))
            .filter(Column::State.eq("done"))
            .count(self.world.context().db.reader());
        usize::try_from(done.await.expect("counts")).expect("some")
    }
}

#[tokio::test]
async fn jq_10_an_hour_without_the_mail_server_loses_no_mail_and_ends_without_a_herd() {
    let sandbox = Arc::new(Sandbox::start(Options::default()).expect("a sandbox"));
    let wire = Proxy::to(sandbox.smtp_addr()).await;
    let world = World::start_on_wire(&sandbox, wire.addr(), &[]).await;
    let partner = world.partner("Harbor IT").await.partner();
    let mut day = Day {
        world,
        wire,
        partner,
        queued: 0,
    };
    // As usual: a mail a second.
    for _ in 0..USUAL_S {
        day.queue_a_mail().await;
        assert_eq!(day.second(TICKS).await, 1);
    }
    // An hour without: five calls until it is noticed, then one in half a minute.
    day.wire.set(Wire::Cut);
    let mut calls = Vec::new();
    for second in 0..DOWN_S {
        if second % WHILE_DOWN_EVERY_S == 0 {
            day.queue_a_mail().await;
        }
        calls.push(day.second(1).await);
    }
    let all: usize = calls.iter().sum();
    let opened = calls.iter().scan(0, |sum, calls| {
        *sum += calls;
        Some(*sum)
    });
    let opened = opened.take_while(|sum| *sum < 5).count();
    assert!(opened < 60, "noticed after {opened} s");
    let probes = &calls[opened + 1..];
    assert!(probes.iter().all(|calls| *calls <= 1), "{probes:?}");
    for half_minute in probes.windows(29) {
        assert!(half_minute.iter().sum::<usize>() <= 1, "{half_minute:?}");
    }
    assert!((100..=130).contains(&all), "{all} calls in an hour");
    assert_eq!(day.sent().await, USUAL_S);

    // It is back. Mails come as usual again, and twice as many go out until none is left over.
    day.wire.set(Wire::Whole);
    let mut arrivals = Vec::new();
    while day.sent().await < day.queued {
        day.queue_a_mail().await;
        arrivals.push(day.second(TICKS).await);
        assert!(
            arrivals.len() < 1500,
            "{} of {}",
            day.sent().await,
            day.queued
        );
    }
    let first = arrivals.iter().position(|calls| *calls > 0).expect("calls");
    assert!(first <= 31, "it was noticed after {first} s");
    let arrivals = &arrivals[first..];
    #[expect(clippy::cast_precision_loss, reason = "some hundreds")]
    let mean = arrivals.iter().sum::<usize>() as f64 / arrivals.len() as f64;
    let most = *arrivals.iter().max().expect("seconds");
    println!(
        "JQ-10: {all} calls in the hour; {} mails in {} s afterwards, {mean:.2} a second, {most} at most",
        arrivals.iter().sum::<usize>(),
        arrivals.len()
    );
    assert!(mean <= 2.05, "twice the usual rate: {mean}");
    #[expect(clippy::cast_precision_loss, reason = "a handful")]
    let most = most as f64;
    assert!(most <= 3.0 * mean, "{most} in a second, {mean} on average");
    // Nobody's mail was given up, and none went twice.
    let rows = jobs(&day.world, "mail_sent").await;
    assert!(rows.iter().all(|row| row.state == "done"));
    assert_eq!(sandbox_mails(&day), day.queued.min(1000));
}

fn sandbox_mails(day: &Day) -> usize {
    day.world.sandbox().mailbox().all().len()
}
