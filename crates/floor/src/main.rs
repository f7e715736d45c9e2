//! The floor of the benchmarks: the smallest program that runs Gangway's statements for three
//! operations through sqlx and gives the same answers. It knows nobody, checks nothing and decides
//! nothing: rows that Gangway reads to decide are read and thrown away. What Gangway adds on top is the
//! distance between the two.
//!
//! `gangway_floor DATABASE LISTEN PARTNER`, on a database that `gangway migrate` has made.

#![expect(
    clippy::print_stdout,
    clippy::disallowed_methods,
    reason = "a measuring tool: it has neither logs nor a clock to move"
)]

mod answer;
mod operations;
mod statements;
mod write;

use actix_web::web::Data;
use actix_web::{App, HttpServer};
use anyhow::{Context as _, Result};
use futures_util::TryFutureExt as _;
use sqlx::postgres::PgPoolOptions;
use sqlx::sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{PgConnection, PgPool, SqlitePool};
use std::str::FromStr;
use std::time::Duration;
use uuid::Uuid;

/// As many connections as Gangway opens by default.
const CONNECTIONS: u32 = 8;

/// The pools, and whose clients they are.
struct Floor<Pool> {
    reader: Pool,
    writer: Pool,
    partner: Uuid,
}

#[actix_web::main]
async fn main() -> Result<()> {
    let mut arguments = std::env::args().skip(1);
    let mut next = |what| {
        arguments
            .next()
            .with_context(|| format!("{what} is missing"))
    };
    let (database, listen, partner) = (next("DATABASE")?, next("LISTEN")?, next("PARTNER")?);
    let partner = partner.parse()?;
    if database.starts_with("postgres") {
        let pool = postgres(&database, partner).await?;
        let floor = Floor {
            reader: pool.clone(),
            writer: pool,
            partner,
        };
        serve(floor, &listen, operations::postgres::routes).await
    } else {
        let floor = Floor {
            reader: sqlite(&database, CONNECTIONS).await?,
            writer: sqlite(&database, 1).await?,
            partner,
        };
        serve(floor, &listen, operations::sqlite::routes).await
    }
}

/// Each connection says whose rows it is to see whenever it is taken, or PostgreSQL shows it none.
async fn postgres(database: &str, partner: Uuid) -> Result<PgPool> {
    let pool = PgPoolOptions::new()
        .max_connections(CONNECTIONS)
        .test_before_acquire(false)
        .after_connect(move |connection, _| Box::pin(tell(connection, partner)))
        .before_acquire(move |connection, _| Box::pin(tell(connection, partner).map_ok(|()| true)));
    Ok(pool.connect(database).await?)
}

async fn tell(connection: &mut PgConnection, partner: Uuid) -> sqlx::Result<()> {
    sqlx::query("select set_config('gangway.partner', $1, false)")
        .bind(partner.to_string())
        .execute(connection)
        .await
        .map(|_| ())
}

async fn sqlite(file: &str, connections: u32) -> Result<SqlitePool> {
    let options = SqliteConnectOptions::from_str(file)?
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(30))
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full);
    let pool = SqlitePoolOptions::new().max_connections(connections);
    Ok(pool.connect_with(options).await?)
}

async fn serve<Pool: 'static>(
    floor: Floor<Pool>,
    listen: &str,
    routes: fn(&mut actix_web::web::ServiceConfig),
) -> Result<()>
where
    Floor<Pool>: Send + Sync,
{
    let floor = Data::new(floor);
    let server = HttpServer::new(move || App::new().app_data(floor.clone()).configure(routes));
    let server = server.bind(listen)?;
    println!("floor ready");
    server.run().await?;
    Ok(())
}
