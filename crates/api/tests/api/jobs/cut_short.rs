//! JQ-13: what a job is about is taken away, before or while it runs.

use super::rows::{job, jobs, open_job};
use crate::support::{World, company_info, connection, key};
use gangway::jobs::{cancel, claim, finish};
use gangway_domain::wire::SendInvite;

async fn invited(world: &World) -> gangway_domain::ids::InviteId {
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    let invite = owner.api.send_invite(&body, &key()).await.expect("invites");
    invite.id
}

fn sent(world: &World) -> usize {
    world.sandbox().mailbox().to("jane@client.example").len()
}

#[tokio::test]
async fn jq_13_a_mail_whose_invitation_was_taken_back_is_not_sent() {
    let world = World::start().await;
    let invite = invited(&world).await;
    let owner = world.sign_in("owner@harborit.example").await.expect("in");
    owner.api.revoke_invite(invite).await.expect("revokes");
    let queued = open_job(&world, "mail_sent").await;
    world.run_jobs().await;
    let ended = job(&world, queued.id).await;
    assert_eq!((ended.state.as_str(), ended.attempts), ("done", 1));
    assert_eq!(sent(&world), 0);
}

#[tokio::test]
async fn jq_13_a_cancelled_job_is_not_done_and_a_late_end_changes_nothing() {
    let world = World::start().await;
    invited(&world).await;
    let ctx = world.context();
    let queued = open_job(&world, "mail_sent").await.id;
    assert!(cancel(ctx, queued).await.expect("cancels"));
    assert_eq!(world.run_jobs().await, 0);
    assert_eq!(sent(&world), 0);
    assert!(!cancel(ctx, queued).await.expect("answers"), "only once");

    let mail = super::rows::put_idle_mails(ctx, uuid::Uuid::nil(), 1).await[0];
    let leased = claim(ctx).await.expect("claims").expect("a job");
    assert_eq!(leased.id, mail);
    assert!(
        cancel(ctx, mail).await.expect("cancels"),
        "while it is at work"
    );
    assert!(!finish(ctx, &leased, "done", None).await.expect("answers"));
    assert_eq!(job(&world, mail).await.state, "cancelled");
    world.advance(chrono::Duration::minutes(5));
    world.run_jobs().await;
    let after = job(&world, mail).await;
    assert_eq!(after.state, "cancelled", "nobody takes it over");
    assert_eq!(sent(&world), 0);
}

/// Runs the due job; at the point, what it is about is deleted by somebody else.
#[cfg(feature = "failpoints")]
async fn run_while_deleted(world: &World, point: &str, table: &'static str) {
    use sea_orm::ConnectionTrait as _;
    let url = world.database_url().to_owned();
    fail::cfg_callback(point, move || {
        let url = url.clone();
        let deleting = std::thread::spawn(move || {
            let runtime = tokio::runtime::Builder::new_current_thread()
                .enable_all()
                .build()
                .expect("a runtime");
            runtime.block_on(async move {
                let db = connection(&url).await;
                db.execute_unprepared(&format!("delete from {table}"))
                    .await
                    .expect("deletes");
                db.close().await.expect("closes");
            });
        });
        deleting.join().expect("deletes");
    })
    .expect("a fail point");
    world.run_jobs().await;
    fail::remove(point);
}

#[cfg(feature = "failpoints")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jq_13_a_number_whose_order_goes_while_it_is_bought_is_given_back() {
    for point in ["job_claimed", "number_chosen", "before_buy", "after_buy"] {
        let world = World::start().await;
        let owner = world.partner("Harbor IT").await;
        let jane = world.client_of(&owner, "jane@client.example").await;
        let info = company_info("Acme");
        jane.api
            .submit_company_info(jane.client, &info, &key())
            .await
            .expect("submits");
        world.run_jobs().await;
        jane.api
            .order_sms_number(jane.client, &key())
            .await
            .expect("orders");
        run_while_deleted(&world, point, "number_orders").await;
        let ended = &jobs(&world, "number_bought").await[0];
        assert_eq!(
            (ended.state.as_str(), ended.attempts),
            ("done", 1),
            "{point}"
        );
        let kept = world.sandbox().twilio().numbers();
        assert!(kept.is_empty(), "{point}: nobody's number {kept:?}");
        assert_eq!(world.events("sms_number.assigned").await, 0, "{point}");
    }
}

#[cfg(feature = "failpoints")]
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn jq_13_a_mail_that_goes_while_its_job_runs_ends_clean() {
    for (point, mails) in [("job_claimed", 0), ("before_mail", 1), ("after_mail", 1)] {
        let world = World::start().await;
        invited(&world).await;
        let queued = open_job(&world, "mail_sent").await.id;
        run_while_deleted(&world, point, "mails").await;
        let ended = job(&world, queued).await;
        assert_eq!(
            (ended.state.as_str(), ended.attempts),
            ("done", 1),
            "{point}"
        );
        assert_eq!(sent(&world), mails, "{point}: once it is on its way, it is");
        assert_eq!(world.run_jobs().await, 0, "{point}");
    }
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn em_02_a_mail_that_was_taken_while_the_database_does_not_write_goes_once() {
    let world = World::start().await;
    invited(&world).await;
    let queued = open_job(&world, "mail_sent").await.id;
    fail::cfg("mail_not_written", "4*return").expect("a fail point");
    world.run_jobs().await;
    fail::remove("mail_not_written");
    let ended = job(&world, queued).await;
    assert_eq!((ended.state.as_str(), ended.attempts), ("done", 1));
    assert_eq!(sent(&world), 1);
    assert_eq!(world.run_jobs().await, 0);
    let states = world.texts("select state from mails").await;
    assert_eq!(states.last().map(String::as_str), Some("sent"));
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn em_02_a_database_away_for_longer_than_a_job_may_take_does_not_send_a_mail_twice() {
    let world = World::start().await;
    invited(&world).await;
    let queued = open_job(&world, "mail_sent").await.id;
    fail::cfg("short_lease", "return").expect("a fail point");
    fail::cfg("mail_not_written", "return").expect("a fail point");
    let begun = std::time::Instant::now();
    world.run_jobs().await;
    assert!(begun.elapsed() >= std::time::Duration::from_secs(9));
    fail::remove("mail_not_written");
    tokio::time::sleep(std::time::Duration::from_secs(1)).await;
    world.advance(chrono::Duration::hours(1));
    world.run_jobs().await;
    let ended = job(&world, queued).await;
    assert_eq!((ended.state.as_str(), ended.attempts), ("done", 2));
    assert_eq!(sent(&world), 1);
}
