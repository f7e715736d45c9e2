//! TN-13 on PostgreSQL: a connection that names no partner sees no row of any, and one that names a partner
//! sees nothing of the others, whatever the statement asks for.

use super::Scene;
use crate::support::World;
use gangway::db::whose;
use gangway_domain::ids::PartnerId;
use sea_orm::{ConnectOptions, ConnectionTrait as _, Database, DatabaseConnection};

/// Two partners with everything in them, and their ids. SQLite has no such net, see `tenancy/scoped.rs`.
async fn on_postgres() -> Option<(Scene, Vec<String>)> {
    let scene = Scene::build().await;
    if !scene.world.is_on_postgres() {
        println!("only PostgreSQL holds connections to their rows");
        return None;
    }
    let ids = "select id::text from partners order by created_at";
    let partners = scene.world.texts(ids).await;
    assert!(partners.len() > 1, "{partners:?}");
    Some((scene, partners))
}

#[tokio::test]
async fn tn_13_postgres_shows_a_partner_its_own_rows_and_nobody_none() {
    let Some((scene, partners)) = on_postgres().await else {
        return;
    };
    let world = &scene.world;
    let stranger = straight_to(world).await;
    let tables = tables(world).await;
    assert!(tables.len() > 10, "{tables:?}");
    for (table, column) in &tables {
        let all = count(&stranger, "*", table, "true").await;
        assert!(all > 0, "{table} is empty");
        assert_eq!(count(&stranger, "", table, "true").await, 0, "{table}");
        for partner in &partners {
            let own = format!("coalesce({column}::text, '{partner}') = '{partner}'");
            let there = count(&stranger, "*", table, &own).await;
            let seen = count(&stranger, partner, table, "true").await;
            assert_eq!(seen, there, "{table} as {partner} sees it");
        }
    }
    stranger.close().await.expect("closes");
}

#[tokio::test]
async fn tn_13_work_for_a_partner_cannot_read_or_change_what_is_anothers() {
    let Some((scene, partners)) = on_postgres().await else {
        return;
    };
    let world = &scene.world;
    let [one, other] = [&partners[0], &partners[1]];
    let work = async {
        let db = world.context().db.clone();
        let seen = world
            .texts("select distinct partner_id::text from clients")
            .await;
        assert_eq!(seen, std::slice::from_ref(one));
        let tx = db.begin().await.expect("begins");
        for sql in [
            format!("update clients set city = 'x' where partner_id = '{other}'"),
            format!("delete from invites where partner_id = '{other}'"),
        ] {
            let done = tx.execute_unprepared(&sql).await.expect("runs");
            assert_eq!(done.rows_affected(), 0, "{sql}");
        }
        let theft = format!("update clients set partner_id = '{other}' where partner_id = '{one}'");
        let refused = tx.execute_unprepared(&theft).await.expect_err("is refused");
        assert!(
            refused.to_string().contains("row-level security"),
            "{refused}"
        );
        tx.rollback().await.expect("rolls back");
    };
    let partner = PartnerId(one.parse().expect("an id"));
    whose::watched(Some(partner), work).await;
    // The same connections, for everybody's work again.
    let seen = world
        .texts("select distinct partner_id::text from clients")
        .await;
    assert!(seen.len() > 1, "{seen:?}");
}

/// As Gangway connects, but saying nothing of whose rows it wants.
async fn straight_to(world: &World) -> DatabaseConnection {
    let mut options = ConnectOptions::new(world.database_url());
    options.max_connections(1);
    Database::connect(options).await.expect("connects")
}

/// Every table of partners, with the column that names the partner.
async fn tables(world: &World) -> Vec<(String, &'static str)> {
    let named = world
        .texts(
            "select table_name::text from information_schema.columns
             where table_schema = 'public' and column_name = 'partner_id' order by 1",
        )
        .await;
    let partners = ("partners".to_owned(), "id");
    named
        .into_iter()
        .map(|table| (table, "partner_id"))
        .chain([partners])
        .collect()
}

async fn count(db: &DatabaseConnection, whose: &str, table: &str, filter: &str) -> i64 {
    db.execute_unprepared(&format!("set gangway.partner = '{whose}'"))
        .await
        .expect("sets");
    let sql = format!("select count(*) from {table} where {filter}");
    let row = db.query_one_raw(World::statement(db, &sql)).await;
    let row = row.expect("counts").expect("a row");
    row.try_get_by_index(0).expect("a number")
}
