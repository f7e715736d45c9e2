//! JQ-05, JQ-06: jobs that cannot be done come to an end, and the others go on.

use super::rows::{job, jobs, put};
use crate::support::{World, key};
use chrono::Duration;
use gangway_domain::wire::SendInvite;
use gangway_entities::finders::OfNobody as _;
use gangway_entities::job::{Column, Entity};
use sea_orm::sea_query::Expr;
use sea_orm::{ColumnTrait as _, QueryFilter as _};

const MOST: i32 = 10;

async fn invite(world: &World) {
    let owner = world.partner("Harbor IT").await;
    let body = SendInvite {
        email: "jane@client.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
}

fn sent(world: &World) -> usize {
    world.sandbox().mailbox().to("jane@client.example").len()
}

#[tokio::test]
async fn jq_05_a_payload_nobody_can_read_is_dead_at_once_and_the_others_go_on() {
    let world = World::start().await;
    let payloads = [
        "",
        "{",
        "null",
        "[]",
        r#"{"kind":"mail_sent"}"#,
        r#"{"kind":"mail_sent","mail":"x"}"#,
        r#"{"kind":"unheard_of"}"#,
        r#"{"kind":"old_rows_pruned"}"#,
        "\u{1F4A3}",
    ];
    let mut ids = Vec::new();
    for payload in payloads {
        ids.push(put(world.context(), "mail_sent", 1, payload).await);
    }
    invite(&world).await;
    world.run_jobs().await;
    for (id, payload) in ids.into_iter().zip(payloads) {
        let row = job(&world, id).await;
        assert_eq!((row.state.as_str(), row.attempts), ("dead", 1), "{payload}");
        let why = row.last_error.expect("a reason");
        assert!(why.starts_with("its payload"), "{payload}: {why}");
    }
    assert_eq!(sent(&world), 1);
}

#[tokio::test]
async fn jq_06_a_kind_or_version_of_another_server_is_left_waiting() {
    let world = World::start().await;
    let ctx = world.context();
    let later = put(ctx, "invoice_sent", 1, r#"{"kind":"invoice_sent"}"#).await;
    let newer = put(ctx, "old_rows_pruned", 2, r#"{"kind":"old_rows_pruned"}"#).await;
    world.advance(Duration::days(1));
    world.run_jobs().await;
    for id in [later, newer] {
        let row = job(&world, id).await;
        assert_eq!((row.state.as_str(), row.attempts), ("waiting", 0));
    }
}

#[tokio::test]
async fn jq_05_a_job_that_panics_is_given_up_after_its_tries_and_the_worker_lives() {
    ends_after_its_tries("job_panics", "it panicked").await;
}

#[tokio::test]
async fn jq_05_a_job_without_an_end_is_cut_off_and_given_up_after_its_tries() {
    ends_after_its_tries("job_hangs", "it took too long").await;
}

async fn ends_after_its_tries(point: &str, why: &str) {
    let world = World::start().await;
    invite(&world).await;
    fail::cfg(point, "return").expect("a fail point");
    for round in 1..=MOST {
        world.run_jobs().await;
        let row = jobs(&world, "mail_sent").await.remove(0);
        assert_eq!((row.state.as_str(), row.attempts), ("waiting", round));
        assert_eq!(row.last_error.as_deref(), Some(why));
        world.advance(Duration::hours(2));
    }
    fail::remove(point);
    // The point is gone, and yet it is not tried again; a new job is done in the same turn.
    let owner = world
        .sign_in("owner@harborit.example")
        .await
        .expect("signs in");
    let body = SendInvite {
        email: "joe@client.example".to_owned(),
    };
    owner.api.send_invite(&body, &key()).await.expect("invites");
    world.run_jobs().await;
    let row = jobs(&world, "mail_sent").await.remove(0);
    assert_eq!((row.state.as_str(), row.attempts), ("dead", MOST));
    assert_eq!(row.last_error.as_deref(), Some(why), "the reason is kept");
    assert!(row.finished_at.is_some());
    assert_eq!(sent(&world), 0);
    assert_eq!(world.sandbox().mailbox().to("joe@client.example").len(), 1);
}

#[tokio::test]
async fn jq_05_a_job_that_kills_its_worker_each_time_comes_to_an_end() {
    let world = World::start().await;
    invite(&world).await;
    let row = jobs(&world, "mail_sent").await.remove(0);
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    // As ten dead workers leave it: the try is counted before the work.
    Entity::change_all()
        .col_expr(Column::State, Expr::value("running"))
        .col_expr(Column::Attempts, Expr::value(MOST))
        .col_expr(Column::LeaseExpiresAt, Expr::value(ctx.now()))
        .filter(Column::Id.eq(row.id))
        .exec(&tx)
        .await
        .expect("changes");
    tx.commit().await.expect("commits");
    world.advance(Duration::seconds(1));
    world.run_jobs().await;
    let row = job(&world, row.id).await;
    assert_eq!(row.state, "dead");
    assert_eq!(row.last_error.as_deref(), Some("its worker died each time"));
    assert_eq!(sent(&world), 0);
}
