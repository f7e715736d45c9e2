//! DB-05: PostgreSQL stops, throws callers out, is full, or finds transactions in each other's way.

use super::stand::{Stand, until, value};
use crate::support::journal::Told;
use crate::support::postgres::Postgres;
use crate::support::{World, connection, key};
use gangway_api_client::Failure;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::MakeApiKey;
use sea_orm::ConnectionTrait as _;
use std::sync::Mutex;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::{Duration, Instant};

const WRITERS: usize = 4;

async fn world_on(postgres: &Postgres, connections: &str) -> World {
    let url = postgres.url();
    let settings = [
        ("DATABASE_URL", url.as_str()),
        ("GANGWAY_DATABASE_CONNECTIONS", connections),
    ];
    World::start_with(&settings).await
}

/// Writers go on all the time while something happens; gives when requests failed.
async fn under_load(
    world: &World,
    stand: &Stand,
    happens: impl AsyncFnOnce(),
) -> Vec<(Instant, Failure)> {
    let over = AtomicBool::new(false);
    let failures = Mutex::new(Vec::new());
    let (over, failures) = (&over, &failures);
    let write = async move || {
        let api = stand.api(&world.base());
        while !over.load(Ordering::SeqCst) {
            if let (_, Told::Failed(failure)) = stand.journal.create(&api, |_| false).await {
                failures
                    .lock()
                    .expect("failures")
                    .push((Instant::now(), failure));
                tokio::time::sleep(Duration::from_millis(20)).await;
            }
        }
    };
    let writers = futures_util::future::join_all((0..WRITERS).map(|_| write()));
    tokio::join!(writers, async {
        happens().await;
        over.store(true, Ordering::SeqCst);
    });
    std::mem::take(&mut *failures.lock().expect("failures"))
}

fn all_told_to_come_back(failures: &[(Instant, Failure)]) {
    for (_, failure) in failures {
        assert!(failure.is(ProblemCode::Unavailable), "{failure:?}");
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_05_postgres_stops_at_once_under_load_and_comes_back() {
    let Some(postgres) = Postgres::start(40) else {
        return;
    };
    let world = world_on(&postgres, "8").await;
    let stand = Stand::new(&world).await;
    let (mut down, mut up) = (Instant::now(), Instant::now());
    let (mut told_before, mut told_while_down) = (0, 0);
    let failures = under_load(&world, &stand, async || {
        tokio::time::sleep(Duration::from_secs(2)).await;
        (told_before, down) = (stand.journal.told(), Instant::now());
        tokio::task::block_in_place(|| postgres.stop_at_once());
        // What was committed before is still being told.
        tokio::time::sleep(Duration::from_millis(500)).await;
        let told = stand.journal.told();
        tokio::time::sleep(Duration::from_millis(4_500)).await;
        told_while_down = stand.journal.told() - told;
        tokio::task::block_in_place(|| postgres.start_again());
        up = Instant::now();
        tokio::time::sleep(Duration::from_secs(8)).await;
    })
    .await;
    let told = stand.journal.told();
    assert!(told_before > 0 && told_while_down == 0, "it was down");
    assert!(
        told > told_before + WRITERS,
        "it is written to again: {told}"
    );
    all_told_to_come_back(&failures);
    let after = up + Duration::from_secs(5);
    for (at, failure) in &failures {
        assert!(
            *at >= down && *at <= after,
            "{:?} after: {failure:?}",
            *at - up
        );
    }
    stand
        .journal
        .check(&stand.api(&world.base()), "afterwards")
        .await;
    let last = failures
        .last()
        .map(|(at, _)| at.saturating_duration_since(up));
    println!(
        "DB-05: {told} told and there, {} failed, the last {last:?} after it was back",
        failures.len(),
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_05_thrown_out_by_the_operator_the_pool_recovers() {
    let Some(postgres) = Postgres::start(40) else {
        return;
    };
    let world = world_on(&postgres, "8").await;
    let stand = Stand::new(&world).await;
    let operator = connection(&postgres.url()).await;
    let thrown_out = "select count(pg_terminate_backend(pid)) from pg_stat_activity
        where pid <> pg_backend_pid() and backend_type = 'client backend'";
    let mut last = Instant::now();
    let failures = under_load(&world, &stand, async || {
        for _ in 0..10 {
            tokio::time::sleep(Duration::from_millis(300)).await;
            assert_ne!(value(&operator, thrown_out).await, "0");
            last = Instant::now();
        }
        tokio::time::sleep(Duration::from_secs(3)).await;
    })
    .await;
    all_told_to_come_back(&failures);
    let late = failures
        .iter()
        .filter(|(at, _)| *at > last + Duration::from_secs(1));
    assert_eq!(late.count(), 0, "{failures:?}");
    assert!(
        failures.len() <= 10 * WRITERS,
        "one a writer each time at most: {}",
        failures.len()
    );
    stand
        .journal
        .check(&stand.api(&world.base()), "afterwards")
        .await;
    println!(
        "DB-05: {} told and there, {} failed",
        stand.journal.told(),
        failures.len()
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_05_with_fewer_connections_than_it_would_like_it_waits_its_turn() {
    let Some(postgres) = Postgres::start(8) else {
        return;
    };
    // Three are kept for the operator; so it gets five of the twenty it may have.
    let world = world_on(&postgres, "20").await;
    let stand = Stand::new(&world).await;
    let begun = Instant::now();
    let asked = (0..60).map(|n| {
        let (world, stand) = (&world, &stand);
        async move {
            let name = format!("crowd{n}");
            stand.ask(world, &world.base(), Some(&name)).await
        }
    });
    let answers = futures_util::future::join_all(asked).await;
    let made = answers.iter().filter(|got| got.status == 201).count();
    for got in &answers {
        let told = got.status == 503 && got.problem && got.retry_after.is_some();
        assert!(got.status == 201 || told, "{got:?}");
    }
    assert!(
        begun.elapsed() < Duration::from_secs(30),
        "{:?}",
        begun.elapsed()
    );
    assert!(made >= 30, "{made} of 60");
    let well = async || stand.ask(&world, &world.base(), Some("later")).await.status == 201;
    until("well again", Duration::from_secs(5), well).await;
    println!(
        "DB-05: {made} of 60 at once with five connections, in {:?}",
        begun.elapsed()
    );
}

/// A fresh world on PostgreSQL, and a connection to its database.
async fn with_connection() -> Option<(World, sea_orm::DatabaseConnection)> {
    let world = World::start().await;
    if !world.context().db.is_postgres() {
        return None;
    }
    let db = connection(world.database_url()).await;
    Some((world, db))
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn db_05_a_statement_that_takes_too_long_is_ended_and_told() {
    let Some((world, db)) = with_connection().await else {
        return;
    };
    let stand = Stand::new(&world).await;
    let limit = value_of(&world, "show statement_timeout").await;
    assert_eq!(limit, "30s");
    db.execute_unprepared("begin; lock table api_keys in exclusive mode")
        .await
        .expect("locks");
    let (begun, base) = (Instant::now(), world.base());
    let (got, ()) = tokio::join!(stand.ask(&world, &base, Some("slow")), async {
        let well = async || stand.ask(&world, &base, None).await.status == 200;
        until("reads go on", Duration::from_secs(5), well).await;
    });
    assert!(
        (25..40).contains(&begun.elapsed().as_secs()),
        "{:?}",
        begun.elapsed()
    );
    assert!(got.status == 503 && got.retry_after.is_some(), "{got:?}");
    db.execute_unprepared("commit").await.expect("unlocks");
    assert_eq!(
        stand.ask(&world, &world.base(), Some("slow")).await.status,
        201
    );
}

/// What Gangway's own connection says.
async fn value_of(world: &World, sql: &str) -> String {
    value(world.context().db.reader(), sql).await
}

#[tokio::test]
async fn db_05_a_transaction_in_anothers_way_is_done_again_whole_three_times_at_most() {
    let Some((world, db)) = with_connection().await else {
        return;
    };
    let owner = world.partner("Harbor IT").await;
    for (code, clashes, made) in [("40001", 2, true), ("40P01", 2, true), ("40001", 3, false)] {
        // A counter that a rollback does not set back.
        let trouble = format!(
            "drop trigger if exists clash on api_keys; drop sequence if exists clashes;
             create sequence clashes;
             create or replace function clash() returns trigger language plpgsql as $$ begin
               if nextval('clashes') <= {clashes} then raise exception 'clash' using errcode = '{code}';
               end if; return new; end $$;
             create trigger clash after insert on api_keys for each row execute function clash()"
        );
        db.execute_unprepared(&trouble).await.expect("trouble");
        let before = (
            world.rows("api_keys").await,
            world.events("api_key.created").await,
        );
        let body = MakeApiKey {
            name: "Nightly sync".to_owned(),
            scopes: vec!["clients:read".to_owned()],
            expires_in_days: None,
        };
        let asked = owner.api.make_api_key(&body, &key()).await;
        let tries = value(&db, "select last_value from clashes").await;
        assert_eq!(tries, "3", "{code}");
        let after = (
            world.rows("api_keys").await,
            world.events("api_key.created").await,
        );
        if made {
            asked.expect("at the third try");
            assert_eq!(after, (before.0 + 1, before.1 + 1), "once");
        } else {
            let failure = asked.expect_err("in the way each time");
            assert!(failure.is(ProblemCode::Unavailable), "{failure:?}");
            assert_eq!(after, before, "nothing of it is left");
        }
    }
}
