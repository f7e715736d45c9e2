//! How connections are opened.

use super::reads::not_acquired;
use super::{PATIENCE, whose};
use sea_orm::sqlx::Connection as _;
use sea_orm::sqlx::sqlite::{SqliteJournalMode, SqliteSynchronous};
use sea_orm::{
    ConnectOptions, ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, Statement,
};
use std::time::Duration;

/// A pool whose statements can be logged (`GANGWAY_LOG=gangway::sql=trace`), without what they ask for.
pub(super) async fn connected(options: ConnectOptions) -> Result<DatabaseConnection, DbErr> {
    let mut pool = sea_orm::Database::connect(options).await?;
    pool.set_metric_callback(|done| {
        let (us, failed) = (done.elapsed.as_micros(), done.failed);
        tracing::trace!(target: "gangway::sql", us, failed, "{}", done.statement.sql);
    });
    Ok(pool)
}

/// A pool for work that gives way. The thread behind a connection to SQLite is as urgent as the one that opens it,
/// so all of them are opened by that work.
pub(super) async fn opened_behind(
    mut options: ConnectOptions,
) -> Result<DatabaseConnection, DbErr> {
    options.min_connections(0).connect_lazy(true);
    let connection = connected(options).await?;
    let pool = connection.get_sqlite_connection_pool();
    // One was opened to look which SQLite this is; it may still be on its way back.
    while pool.size() > 0 {
        let open = pool.acquire().await.map_err(not_acquired)?;
        open.close().await.map_err(not_acquired)?;
    }
    Ok(connection)
}

/// How a pool of PostgreSQL is opened.
pub(super) fn postgres(url: &str, connections: u32) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .acquire_timeout(PATIENCE)
        // Telling it whose work it does shows that it still works.
        .test_before_acquire(false)
        .map_sqlx_postgres_pool_opts(|pool| {
            pool.after_connect(|connection, _| Box::pin(whose::tell(connection)))
                .before_acquire(|connection, _| {
                    Box::pin(async { whose::tell(connection).await.map(|()| true) })
                })
        })
        .statement_timeout(Duration::from_secs(30))
        .sqlx_logging(false);
    options
}

/// How a pool of SQLite is opened.
pub(super) fn sqlite(url: &str, connections: u32, read_only: bool) -> ConnectOptions {
    let mut options = ConnectOptions::new(url);
    options
        .max_connections(connections)
        .min_connections(1)
        .acquire_timeout(PATIENCE)
        // A file does not hang up.
        .test_before_acquire(false)
        // After trouble of the disk, SQLite has undone a transaction by itself and refuses to undo it
        // again; the driver then takes it for open, and what commits next would only end a savepoint
        // in it. Such a connection is closed.
        .map_sqlx_sqlite_before_acquire(|connection, _| {
            let is_free = !connection.is_in_transaction();
            Box::pin(std::future::ready(Ok(is_free)))
        })
        .sqlx_logging(false)
        .map_sqlx_sqlite_opts(move |sqlite| {
            let sqlite = sqlite
                .create_if_missing(true)
                .foreign_keys(true)
                .busy_timeout(PATIENCE)
                .journal_mode(SqliteJournalMode::Wal)
                .synchronous(SqliteSynchronous::Full);
            if read_only {
                sqlite.pragma("query_only", "on")
            } else {
                sqlite
            }
        });
    options
}

/// The settings that durability and integrity hang on are really in force.
pub(super) async fn check_sqlite(connection: &DatabaseConnection) -> Result<(), DbErr> {
    for (pragma, wanted) in [
        ("journal_mode", "wal"),
        ("synchronous", "2"),
        ("foreign_keys", "1"),
    ] {
        let found = pragma_value(connection, pragma).await?;
        if found != wanted {
            return Err(DbErr::Custom(format!(
                "SQLite {pragma} is {found}, not {wanted}"
            )));
        }
    }
    Ok(())
}

/// The value of a pragma as text.
pub async fn pragma_value(
    connection: &impl ConnectionTrait,
    pragma: &str,
) -> Result<String, DbErr> {
    let statement = Statement::from_string(DatabaseBackend::Sqlite, format!("pragma {pragma}"));
    let row = connection
        .query_one_raw(statement)
        .await?
        .ok_or_else(|| DbErr::Custom(format!("SQLite does not know {pragma}")))?;
    row.try_get_by_index::<String>(0).or_else(|_| {
        row.try_get_by_index::<i64>(0)
            .map(|number| number.to_string())
    })
}
