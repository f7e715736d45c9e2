//! OB-01: whatever is done to the events behind our back is found.

use super::tamper;
use crate::support::process::{ended, gangway};
use crate::support::{World, key};
use gangway::events::{Broken, verify};
use gangway_domain::wire::SendInvite;
use sea_orm::{ConnectionTrait as _, Statement};
use std::io::Read as _;

/// A partner with a dozen events, and one more beside it.
async fn scene() -> (World, String) {
    let world = World::start().await;
    world.partner("Beside IT").await;
    let owner = world.partner("Harbor IT").await;
    for number in 0..10 {
        let email = format!("jane{number}@client.example");
        let body = SendInvite { email };
        owner.api.send_invite(&body, &key()).await.expect("invites");
    }
    (world, owner.partner().to_string())
}

async fn broken(world: &World) -> Option<Broken> {
    verify(world.context()).await.expect("verifies").broken
}

/// A literal of an id in this database.
fn id(world: &World, id: &str) -> String {
    if world.context().db.is_postgres() {
        format!("'{id}'::uuid")
    } else {
        format!("x'{}'", id.replace('-', ""))
    }
}

async fn number(world: &World, sql: &str) -> i64 {
    let reader = world.context().db.reader();
    let statement = Statement::from_string(reader.get_database_backend(), sql);
    let row = reader
        .query_one_raw(statement)
        .await
        .expect("reads")
        .expect("a row");
    row.try_get_by_index(0).expect("a number")
}

#[tokio::test]
async fn ob_01_what_was_recorded_verifies() {
    let (world, _) = scene().await;
    let checked = verify(world.context()).await.expect("verifies");
    assert_eq!(checked.broken, None);
    let all = number(&world, "select count(*) from events").await;
    assert_eq!(i64::try_from(checked.events), Ok(all));
    assert!(checked.heads.len() >= 2 && all == 14, "{checked:?}");
}

#[tokio::test]
async fn ob_01_a_changed_a_removed_a_swapped_and_an_inserted_event_are_found() {
    for (what, sql) in [
        (
            "changed",
            "update events set kind = 'invite.revoked' where partner_id = {p} and sequence = 5",
        ),
        (
            "its facts",
            "update events set data = '{\"email\": \"eve@evil.example\"}' where partner_id = {p} and sequence = 5",
        ),
        (
            "who did it",
            "update events set person_id = null where partner_id = {p} and sequence = 5",
        ),
        (
            "its hash",
            "update events set hash = previous_hash where partner_id = {p} and sequence = 5",
        ),
        (
            "removed",
            "delete from events where partner_id = {p} and sequence = 5",
        ),
        (
            "the first removed",
            "delete from events where partner_id = {p} and sequence = 1",
        ),
        (
            "moved",
            "update events set sequence = 500 where partner_id = {p} and sequence = 5",
        ),
        (
            "swapped",
            "update events set sequence = 11 - sequence where partner_id = {p} and sequence in (5, 6)",
        ),
        (
            "inserted twice",
            "insert into events select {new}, partner_id, client_id, person_id, kind, subject_id, data, request_id, created_at, place_id, actor, address, user_agent, changes, sequence, previous_hash, hash, api_key_id from events where partner_id = {p} and sequence = 5",
        ),
        (
            "before the first",
            "insert into events select {new}, partner_id, client_id, person_id, kind, subject_id, data, request_id, created_at, place_id, actor, address, user_agent, changes, 0, previous_hash, hash, api_key_id from events where partner_id = {p} and sequence = 5",
        ),
        (
            "cut off",
            "delete from events where partner_id = {p} and sequence > 8",
        ),
        (
            "the head moved back",
            "update event_chains set last_sequence = last_sequence - 1 where id = {p}",
        ),
        (
            "the head removed",
            "delete from event_chains where id = {p}",
        ),
        (
            "all of a partner removed",
            "delete from events where partner_id = {p}; delete from event_chains where id = {p}",
        ),
        (
            "given to nobody",
            "update events set partner_id = null where partner_id = {p} and sequence = 5",
        ),
    ] {
        let (world, partner) = scene().await;
        let new = "01890000-0000-7000-8000-000000000001";
        let sql = sql
            .replace("{p}", &id(&world, &partner))
            .replace("{new}", &id(&world, new));
        let statements: Vec<&str> = sql.split("; ").collect();
        tamper(&world, &statements).await;
        let found = broken(&world).await;
        assert!(found.is_some(), "{what}: not found");
        println!("{what}: {}", found.expect("found"));
    }
}

#[tokio::test]
async fn ob_01_the_command_says_what_it_saw_and_ends_with_one_where_it_is_broken() {
    let (mut world, partner) = scene().await;
    world.pause().await;
    let settings: Vec<(String, String)> = world.settings().to_vec();
    let settings: Vec<(&str, &str)> = settings
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let run = |arguments: &[&str]| {
        let mut child = gangway(arguments, &settings);
        let mut said = String::new();
        let mut out = child.stdout.take().expect("standard output");
        out.read_to_string(&mut said).expect("text");
        let (status, error) = ended(child);
        (status.code(), said, error)
    };
    let (code, said, error) = run(&["verify"]);
    assert_eq!(code, Some(0), "{said}{error}");
    assert!(said.contains("all as recorded"), "{said}");
    let (_, said, _) = run(&["verify", "--heads"]);
    assert!(
        said.lines().any(|line| line.starts_with(&partner)),
        "{said}"
    );
    world.resume().await;
    let sql = format!(
        "update events set kind = 'x.y' where partner_id = {} and sequence = 7",
        id(&world, &partner)
    );
    tamper(&world, &[&sql]).await;
    world.pause().await;
    let (code, said, error) = run(&["verify"]);
    assert_eq!(code, Some(1), "{said}{error}");
    let wanted = format!("chain {partner}, event 7 (");
    assert!(said.contains(&wanted), "{said}");
    world.resume().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ob_01_a_hundred_writers_at_once_leave_no_gap() {
    let world = World::start().await;
    let owners = [
        world.partner("Harbor IT").await,
        world.partner("River IT").await,
    ];
    let mut writers = Vec::new();
    for number in 0..20 {
        let api = owners[number % 2].api.clone();
        writers.push(tokio::spawn(async move {
            for turn in 0..5 {
                let email = format!("jane{number}.{turn}@client.example");
                let body = SendInvite { email };
                api.send_invite(&body, &key()).await.expect("invites");
            }
        }));
    }
    for writer in writers {
        writer.await.expect("no panic");
    }
    assert_eq!(world.events("invite.sent").await, 100);
    assert_eq!(broken(&world).await, None);
}

#[tokio::test]
async fn ob_01_a_transaction_of_many_events_is_sealed_whole_in_the_order_of_its_events() {
    use gangway::events::{Event, record_all};
    let world = World::start().await;
    let one = world.partner("Harbor IT").await.partner();
    let other = world.partner("Other IT").await.partner();
    let ctx = world.context();
    let tx = ctx.db.begin().await.expect("begins");
    let event = |number: u32| {
        let partner = if number.is_multiple_of(3) { other } else { one };
        let event = Event::of("partner.changed", partner).at(partner);
        event.with(serde_json::json!({"name": number.to_string()}))
    };
    record_all(ctx, &tx, (0..350).map(event).collect())
        .await
        .expect("records");
    tx.commit().await.expect("commits");
    assert_eq!(broken(&world).await, None);
    let unsealed = "select cast(count(*) as text) from events where hash is null";
    assert_eq!(world.texts(unsealed).await, ["0"]);
    let ordered =
        "select data from events where kind = 'partner.changed' order by partner_id, sequence";
    let data: Vec<u32> = world
        .texts(&ordered.replace("data", "cast(data as text)"))
        .await
        .iter()
        .map(|text| {
            text.chars()
                .filter(char::is_ascii_digit)
                .collect::<String>()
        })
        .map(|digits| digits.parse().expect("a number"))
        .collect();
    let turns = data.windows(2).filter(|two| two[0] > two[1]).count();
    assert_eq!((data.len(), turns), (350, 1), "{data:?}");
}

/// What a chain costs: transactions of one event each beside the same without events. Printed, not
/// judged: machines differ.
#[tokio::test]
async fn ob_01_what_sealing_costs_is_measured() {
    use gangway::events::{Event, record};
    use std::time::Instant;
    const TIMES: u32 = 200;
    let world = World::start().await;
    let partner = world.partner("Harbor IT").await.partner();
    let ctx = world.context();
    let started = Instant::now();
    for _ in 0..TIMES {
        let tx = ctx.db.begin().await.expect("begins");
        tx.execute_unprepared("update partners set version = version + 1")
            .await
            .expect("updates");
        tx.commit().await.expect("commits");
    }
    let without = started.elapsed() / TIMES;
    let started = Instant::now();
    for _ in 0..TIMES {
        let tx = ctx.db.begin().await.expect("begins");
        tx.execute_unprepared("update partners set version = version + 1")
            .await
            .expect("updates");
        record(ctx, &tx, Event::of("partner.changed", partner).at(partner))
            .await
            .expect("records");
        tx.commit().await.expect("commits");
    }
    let with = started.elapsed() / TIMES;
    println!("a transaction: {without:?}; with an event: {with:?}");
    assert_eq!(broken(&world).await, None);
}
