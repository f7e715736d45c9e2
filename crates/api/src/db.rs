//! The database: SQLite with one writer and many readers, or PostgreSQL with one pool.

mod again;
mod changed;
pub mod insert;
mod pools;
pub mod queue;
pub mod reads;
mod transaction;
pub mod trouble;
pub mod whose;

pub use again::{MayBeConflict, again};
pub use changed::{ClientChanges, Moment};
pub use insert::insert_all;
pub use pools::pragma_value;
pub use reads::Reads;
pub use transaction::Transaction;

use crate::background;
use crate::config::{Config, DatabaseUrl};
use chrono::{DateTime, Utc};
use gangway_entities::heartbeat;
use gangway_migrations::{Migrator, MigratorTrait};
use pools::{check_sqlite, connected, opened_behind, postgres, sqlite};
use queue::Queue;
use sea_orm::ActiveValue::Set;
use sea_orm::EntityTrait as _;
use sea_orm::sea_query::OnConflict;
use sea_orm::{
    ConnectionTrait, DatabaseBackend, DatabaseConnection, DbErr, SqliteTransactionMode, Statement,
    TransactionOptions, TransactionTrait,
};
use secrecy::ExposeSecret as _;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::{Mutex, Notify};

/// How long a statement waits for a lock or a connection before it is refused.
const PATIENCE: Duration = Duration::from_secs(10);
/// Connections of what is done in the background: to read and to write at the same time.
const BEHIND: u32 = 2;

/// Connections to read from and to write with.
#[derive(Clone, Debug)]
pub struct Database {
    /// For those who wait for an answer.
    front: Connections,
    /// For [`crate::background`] work, of which nobody else's connection may hang on its thread.
    behind: Connections,
    /// Whose turn it is to write, where there is one writer only.
    turn: Option<Arc<Mutex<()>>>,
    writing: Arc<Queue>,
    event_bell: Arc<Notify>,
    changes: Arc<ClientChanges>,
}

#[derive(Clone, Debug)]
struct Connections {
    writer: DatabaseConnection,
    reader: Reads,
}

impl Connections {
    fn postgres(pool: DatabaseConnection) -> Self {
        let reader = Reads::postgres(pool.get_postgres_connection_pool());
        Self {
            writer: pool,
            reader,
        }
    }
}

impl Database {
    /// Opens the database of the settings; SQLite's file is made when missing.
    pub async fn open(config: &Config) -> Result<Self, DbErr> {
        let connections = config.database.connections;
        let url = match &config.database.url {
            DatabaseUrl::Sqlite(file) => return Self::open_sqlite(file, connections).await,
            DatabaseUrl::Postgres(url) => url.expose_secret(),
        };
        let front = Box::pin(connected(postgres(url, connections))).await?;
        let mut some = postgres(url, BEHIND);
        some.connect_lazy(true);
        let behind = Box::pin(connected(some)).await?;
        Ok(Self {
            front: Connections::postgres(front),
            behind: Connections::postgres(behind),
            turn: None,
            writing: Queue::of(queue::LONGEST_OF_WRITES),
            event_bell: Arc::default(),
            changes: Arc::default(),
        })
    }

    async fn open_sqlite(file: &Path, connections: u32) -> Result<Self, DbErr> {
        if let Some(folder) = file.parent() {
            std::fs::create_dir_all(folder).map_err(|error| {
                DbErr::Custom(format!(
                    "the folder of the database cannot be made: {error}"
                ))
            })?;
        }
        let url = format!("sqlite:{}", file.display());
        let writer = connected(sqlite(&url, 1, false)).await?;
        let reader = connected(sqlite(&url, connections, true)).await?;
        for connection in [&writer, &reader] {
            check_sqlite(connection).await?;
        }
        let pool = reader.get_sqlite_connection_pool();
        let reader = Reads::sqlite(pool, connections, PATIENCE);
        let writer_behind = Box::pin(opened_behind(sqlite(&url, 1, false))).await?;
        let reader_behind = Box::pin(opened_behind(sqlite(&url, BEHIND, true))).await?;
        let pool = reader_behind.get_sqlite_connection_pool();
        let reader_behind = Reads::sqlite(pool, BEHIND, PATIENCE);
        Ok(Self {
            front: Connections { writer, reader },
            behind: Connections {
                writer: writer_behind,
                reader: reader_behind,
            },
            turn: Some(Arc::default()),
            writing: Queue::of(queue::LONGEST_OF_WRITES),
            event_bell: Arc::default(),
            changes: Arc::default(),
        })
    }

    /// For queries outside a transaction.
    pub fn reader(&self) -> &Reads {
        &self.connections().reader
    }

    fn connections(&self) -> &Connections {
        if background::is_here() {
            &self.behind
        } else {
            &self.front
        }
    }

    /// Begins a transaction that may write. On SQLite it holds the one writer until it ends.
    pub async fn begin(&self) -> Result<Transaction, DbErr> {
        reads::let_go();
        let place = self.writing.enter()?;
        let turn = match &self.turn {
            Some(turn) => Some(in_time(Arc::clone(turn).lock_owned()).await?),
            None => None,
        };
        let mode = turn.is_some().then_some(SqliteTransactionMode::Immediate);
        let begun = self
            .connections()
            .writer
            .begin_with_options(TransactionOptions {
                sqlite_transaction_mode: mode,
                ..TransactionOptions::default()
            })
            .await?;
        drop(place);
        Ok(Transaction {
            inner: begun,
            _turn: turn,
            event_bell: Arc::clone(&self.event_bell),
            changes: Arc::clone(&self.changes),
        })
    }

    /// Refuses where what a request writes would have to wait long.
    pub fn has_room_to_write(&self) -> Result<(), DbErr> {
        if self.writing.has(queue::LONGEST_FOR_REQUESTS) {
            return Err(queue::full());
        }
        Ok(())
    }

    /// Rung when this process committed events; one that waits is told.
    pub fn event_bell(&self) -> &Notify {
        &self.event_bell
    }

    /// What this process has committed about clients.
    pub fn changes(&self) -> &ClientChanges {
        &self.changes
    }

    /// Brings the schema up to date, all of it or nothing. Two processes may call it at once: the
    /// second waits, and finds nothing to do.
    pub async fn migrate(&self) -> Result<(), DbErr> {
        let tx = self.begin().await?;
        if self.is_postgres() {
            // Any constant serves, as long as every Gangway uses the same one.
            tx.execute_unprepared("select pg_advisory_xact_lock(7154209312)")
                .await?;
        }
        Migrator::up(&*tx, None).await.map_err(newer)?;
        fail::fail_point!("migrated", |_| std::process::abort());
        tx.commit().await
    }

    /// How many migrations are still to be made.
    pub async fn pending_migrations(&self) -> Result<usize, DbErr> {
        Migrator::get_pending_migrations(&self.front.writer)
            .await
            .map(|pending| pending.len())
            .map_err(newer)
    }

    /// Writes a sign of life: the test that the database can be written.
    pub async fn beat(&self, now: DateTime<Utc>) -> Result<(), DbErr> {
        let row = heartbeat::ActiveModel {
            name: Set("readyz".to_owned()),
            beat_at: Set(now),
        };
        let tx = self.begin().await?;
        heartbeat::Entity::insert(row)
            .on_conflict(
                OnConflict::column(heartbeat::Column::Name)
                    .update_column(heartbeat::Column::BeatAt)
                    .to_owned(),
            )
            .exec_without_returning(&tx)
            .await?;
        tx.commit().await
    }

    /// Whether it is PostgreSQL.
    pub fn is_postgres(&self) -> bool {
        self.front.writer.get_database_backend() == DatabaseBackend::Postgres
    }

    /// Whether row-level security holds for the role it connects as. SQLite has none that could be missing.
    pub async fn is_held_to_rows(&self) -> Result<bool, DbErr> {
        if !self.is_postgres() {
            return Ok(true);
        }
        let asked =
            "select not (rolsuper or rolbypassrls) from pg_roles where rolname = current_user";
        let asked = Statement::from_string(DatabaseBackend::Postgres, asked);
        let row = self.front.writer.query_one_raw(asked).await?;
        row.map_or(Ok(false), |row| row.try_get_by_index(0))
    }

    /// Closes all connections.
    pub async fn close(self) -> Result<(), DbErr> {
        for Connections { writer, reader } in [self.front, self.behind] {
            reader.close().await;
            writer.close().await?;
        }
        Ok(())
    }
}

/// What is waited for, unless that takes too long.
async fn in_time<T>(waited_for: impl Future<Output = T>) -> Result<T, DbErr> {
    let waited = tokio::time::timeout(PATIENCE, waited_for).await;
    waited.map_err(|_| queue::full())
}

/// A migration was made that this program does not have.
fn newer(error: DbErr) -> DbErr {
    match error {
        DbErr::Custom(words) if words.contains("has been applied but its file is missing") => {
            let advice = "it was made by a newer Gangway: run that one, or restore a backup";
            DbErr::Custom(advice.to_owned())
        }
        other => other,
    }
}
