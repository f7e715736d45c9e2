//! DB-07: a database with a hundred thousand clients is brought from the oldest schema to the newest.

use crate::support::{World, connection};
use gangway_migrations::{Migrator, MigratorTrait as _};
use sea_orm::{ConnectionTrait as _, DatabaseConnection};
use std::time::{Duration, Instant};

const CLIENTS: i64 = 100_000;
const LONGEST: Duration = Duration::from_mins(1);

/// A partner, and so many clients with an invitation, a mail and a job each.
const ROWS: [&str; 5] = [
    "insert into partners (id, name, clients_word, created_at, updated_at, version)
        select {id}, 'Harbor IT', 'clients', {now}, {now}, 1",
    "insert into clients (id, partner_id, name, name_key, application_key, created_at, updated_at, version)
        select {id}, p.id, 'Client ' || n.i, 'client ' || n.i, 'key ' || n.i, {now}, {now}, 1
        from partners p, {numbers}",
    "insert into invites (id, partner_id, kind, email, role, client_id, generation, created_at, sent_at, expires_at)
        select {id}, partner_id, 'client_setup', 'jane@client.example', 'company_administrator', id, 1,
        created_at, created_at, created_at from clients",
    "insert into mails (id, partner_id, message, subject_id, recipient, state, created_at)
        select {id}, partner_id, 'invite', id, email, 'sent', created_at from invites",
    "insert into jobs (id, kind, version, partner_id, payload, state, run_at, attempts, created_at)
        select {id}, 'mail_sent', 1, partner_id, '{}', 'done', created_at, 1, created_at from mails",
];

const TABLES: [&str; 4] = [
    "clients",
    "invites",
    "mails",
    "jobs where kind = 'mail_sent'",
];

async fn count(db: &DatabaseConnection, table: &str) -> i64 {
    let asked = World::statement(db, &format!("select count(*) from {table}"));
    let row = db.query_one_raw(asked).await.expect("counts");
    row.expect("a row").try_get_by_index(0).expect("a number")
}

#[tokio::test]
async fn db_07_a_hundred_thousand_clients_are_migrated_within_a_minute() {
    let mut world = World::start().await;
    world.pause().await;
    let db = connection(world.database_url()).await;
    Migrator::down(&db, None).await.expect("goes down");
    Migrator::up(&db, Some(1)).await.expect("the oldest schema");
    let (id, now, numbers) = if world.is_on_postgres() {
        let numbers = format!("generate_series(1, {CLIENTS}) as n(i)");
        ("gen_random_uuid()", "now()", numbers)
    } else {
        let numbers = format!(
            "(with recursive s(i) as (select 1 union all select i + 1 from s where i < {CLIENTS}) select i from s) n"
        );
        ("randomblob(16)", "'2026-01-01T00:00:00.000+00:00'", numbers)
    };
    for sql in ROWS {
        let sql = sql.replace("{id}", id).replace("{now}", now);
        let sql = sql.replace("{numbers}", &numbers);
        db.execute_unprepared(&sql).await.expect("fills");
    }
    for table in TABLES {
        assert_eq!(count(&db, table).await, CLIENTS, "{table} before");
    }
    let begun = Instant::now();
    world.resume().await;
    let took = begun.elapsed();
    for table in TABLES {
        assert_eq!(count(&db, table).await, CLIENTS, "{table} after");
    }
    db.close().await.expect("closes");
    assert!(took < LONGEST, "{took:?}");
    println!("DB-07: {CLIENTS} clients from the oldest schema to the newest in {took:?}");
    world.partner("Beacon IT").await;
}
