//! Migrations go up and down, on both databases.

use crate::clients::written;
use crate::support::{World, connection};
use gangway_migrations::{Migrator, MigratorTrait as _};
use sea_orm::{ConnectionTrait as _, DatabaseBackend, DatabaseConnection, Statement};

/// What the schema is made of, in words of the database itself.
async fn schema(db: &DatabaseConnection) -> Vec<String> {
    let sql = if db.get_database_backend() == DatabaseBackend::Postgres {
        "select table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable
           from information_schema.columns where table_schema = 'public'
             and table_name <> 'seaql_migrations'
         union all select indexdef from pg_indexes where schemaname = 'public'
             and tablename <> 'seaql_migrations'
         union all select conrelid::regclass || ' ' || pg_get_constraintdef(oid)
           from pg_constraint where connamespace = 'public'::regnamespace
             and conrelid::regclass::text <> 'seaql_migrations'
         union all select tablename || ' ' || policyname || ' ' || qual || ' ' || relforcerowsecurity
           from pg_policies join pg_class on pg_class.oid = tablename::regclass
         order by 1"
    } else {
        "select sql from sqlite_master where sql is not null
            and name not like 'sqlite_%' and tbl_name <> 'seaql_migrations' order by 1"
    };
    let rows = db
        .query_all_raw(Statement::from_string(db.get_database_backend(), sql))
        .await;
    rows.expect("reads")
        .iter()
        .map(|row| row.try_get_by_index(0).expect("text"))
        .collect()
}

#[tokio::test]
async fn migrations_go_down_to_nothing_and_up_to_the_same_schema() {
    let mut world = World::start().await;
    world.partner("Harbor IT").await;
    world.pause().await;
    let db = connection(world.database_url()).await;
    let full = schema(&db).await;
    assert!(full.len() > 20, "{full:?}");
    Migrator::down(&db, None).await.expect("goes down");
    assert_eq!(
        schema(&db).await,
        Vec::<String>::new(),
        "nothing is left behind"
    );
    Migrator::up(&db, None).await.expect("goes up");
    assert_eq!(schema(&db).await, full);
    db.close().await.expect("closes");
    world.resume().await;
    world.partner("Harbor IT").await;
}

#[tokio::test]
async fn a34_deleted_clients_are_not_brought_back_by_going_down() {
    let mut world = World::start().await;
    let owner = world.partner("Harbor IT").await;
    let acme = written(&owner, "Acme", "pat@acme.example").await.id;
    let etag = owner.api.read_client(acme).await.expect("reads").etag;
    owner.api.delete_client(acme, &etag).await.expect("deletes");
    world.pause().await;
    let db = connection(world.database_url()).await;
    let refused = Migrator::down(&db, None).await.expect_err("is refused");
    assert!(refused.to_string().contains("deleted"), "{refused}");
    // What was undone before is done again by the next start, and the client can be restored.
    Migrator::up(&db, None).await.expect("goes up");
    db.close().await.expect("closes");
    world.resume().await;
    let owner = world.sign_in(&owner.email).await.expect("signs in");
    owner.api.restore_client(acme).await.expect("restores");
    world.pause().await;
    let db = connection(world.database_url()).await;
    Migrator::down(&db, None).await.expect("goes down");
    Migrator::up(&db, None).await.expect("goes up");
    db.close().await.expect("closes");
    world.resume().await;
}

#[tokio::test]
async fn two_processes_may_migrate_at_once() {
    let mut world = World::start().await;
    world.pause().await;
    let db = connection(world.database_url()).await;
    Migrator::down(&db, None).await.expect("goes down");
    db.close().await.expect("closes");
    let settings: Vec<(&str, &str)> = world
        .settings()
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let both: Vec<_> = (0..2)
        .map(|_| crate::support::process::gangway(&["migrate"], &settings))
        .collect();
    for child in both {
        let (status, said) = crate::support::process::ended(child);
        assert!(status.success(), "{said}");
    }
    world.resume().await;
    world.partner("Harbor IT").await;
}

#[cfg(feature = "failpoints")]
#[tokio::test]
async fn db_07_killed_in_the_middle_a_migration_is_made_whole_by_the_next_start() {
    use crate::support::process::{ended, gangway, gangway_under};
    use crate::support::strace;
    use std::os::unix::process::ExitStatusExt as _;
    let mut world = World::start().await;
    world.pause().await;
    let db = connection(world.database_url()).await;
    let full = schema(&db).await;
    let settings = world.settings_beside(&[]);
    let killed = [("FAILPOINTS", "migrated=return")];
    let at_the_end = [&settings[..], &killed[..]].concat();
    // Before anything is durable, in between, and before the commit.
    let mut ways = vec![(Vec::new(), &at_the_end[..], 6)];
    if !world.is_on_postgres() && strace::is_there() {
        for when in ["3", "20", "60"] {
            let inject = match when {
                "3" => "inject=pwrite64:signal=SIGKILL:when=3",
                "20" => "inject=pwrite64:signal=SIGKILL:when=20",
                _ => "inject=pwrite64:signal=SIGKILL:when=60",
            };
            let under = [&strace::UNDER[..], &["trace=pwrite64", "-e", inject]].concat();
            ways.push((under, &settings[..], 9));
        }
    }
    for (under, settings, signal) in ways {
        Migrator::down(&db, None).await.expect("goes down");
        let (status, said) = ended(gangway_under(&under, &["migrate"], settings));
        assert_eq!(status.signal(), Some(signal), "{under:?}: {said}");
        let left = schema(&db).await;
        assert!(left.is_empty() || left == full, "all or nothing: {left:?}");
        let (status, said) = ended(gangway(&["migrate"], &world.settings_beside(&[])));
        assert!(status.success(), "{said}");
        assert_eq!(schema(&db).await, full, "{under:?}");
    }
    db.close().await.expect("closes");
    world.resume().await;
    world.partner("Harbor IT").await;
}

#[tokio::test]
async fn db_07_a_database_of_a_newer_gangway_is_refused_and_left_as_it_is() {
    let mut world = World::start().await;
    world.pause().await;
    let db = connection(world.database_url()).await;
    db.execute_unprepared(
        "insert into seaql_migrations (version, applied_at) values ('m20991231_000001_future', 0)",
    )
    .await
    .expect("inserts");
    let before = schema(&db).await;
    let by_hand = ("GANGWAY_MIGRATE_AT_START", "false");
    for (arguments, more) in [
        (&["serve"][..], &[][..]),
        (&["serve"][..], &[by_hand][..]),
        (&["migrate"][..], &[][..]),
        (&["jobs", "list"][..], &[][..]),
    ] {
        let settings = world.settings_beside(more);
        let child = crate::support::process::gangway(arguments, &settings);
        let (status, said) = crate::support::process::ended(child);
        assert_eq!(status.code(), Some(1), "{arguments:?}: {said}");
        assert!(
            said.lines().count() == 1 && said.contains("made by a newer Gangway"),
            "{arguments:?}: {said}"
        );
    }
    assert_eq!(schema(&db).await, before);
    db.close().await.expect("closes");
}

/// Steps back to the schema before a migration.
fn steps_back_to(before: &str) -> u32 {
    let all = Migrator::migrations();
    let at = all.iter().position(|one| one.name().contains(before));
    u32::try_from(all.len() - at.expect("a migration")).expect("few")
}

#[tokio::test]
async fn d10_clients_that_were_there_before_have_their_headquarters() {
    let mut world = World::start().await;
    world.pause().await;
    let db = connection(world.database_url()).await;
    let steps = steps_back_to("000017_records");
    Migrator::down(&db, Some(steps)).await.expect("goes down");
    let id = |number: u8| {
        let id = uuid::Uuid::from_u128(u128::from(number));
        if world.is_on_postgres() {
            format!("'{id}'")
        } else {
            format!("x'{}'", id.simple())
        }
    };
    let (partner, now) = (id(1), "'2026-01-01T00:00:00.000+00:00'");
    let mut sql = vec![format!(
        "insert into partners (id, name, clients_word, created_at, updated_at, version)
         values ({partner}, 'Harbor IT', 'clients', {now}, {now}, 1)"
    )];
    for (number, key, region, zone) in [
        (2, "'code'", "'ME'", "'America/New_York'"),
        (3, "'words'", "'Maine'", "'America/New_York'"),
        (4, "null", "null", "null"),
    ] {
        let client = id(number);
        sql.push(format!(
            "insert into clients (id, partner_id, name, name_key, contact_email, region, time_zone,
                 application_key, created_at, updated_at, version)
             values ({client}, {partner}, {key}, {key}, 'jane@client.example', {region}, {zone},
                 'key {number}', {now}, {now}, 1)"
        ));
    }
    for sql in sql {
        db.execute_unprepared(&sql).await.expect("inserts");
    }
    Migrator::up(&db, None).await.expect("goes up");
    db.close().await.expect("closes");
    world.resume().await;
    let sites = world
        .texts(
            "select name || ' ' || coalesce(region, '-') || ' ' || time_zone from sites order by 1",
        )
        .await;
    let of = |region: &str| format!("Headquarters {region} America/New_York");
    assert_eq!(sites, [of("-"), of("ME")]);
    let names = world
        .texts("select sort_name from clients order by 1")
        .await;
    assert_eq!(names, ["code", "jane@client.example", "words"]);
}
