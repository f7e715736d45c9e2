//! Reading outside transactions: one statement after another, without waiting for the writer.
//!
//! A request for a page reads twice: who asks, then what was asked for. The connection of the first
//! statement is lent to the second ([`lend`]), and readers of SQLite stay with us in between: the
//! driver would ask each of them whether it is well whenever it is given back, which costs as much
//! as a statement (ADR 17).

use super::queue::{LONGEST_OF_READS, Queue};
use super::whose;
use gangway_domain::ids::PartnerId;
use sea_orm::sqlx::pool::PoolConnection;
use sea_orm::sqlx::{AssertSqlSafe, Error, PgPool, Postgres, Sqlite, SqlitePool};
use sea_orm::{
    ConnAcquireErr, ConnectionTrait, DbBackend, DbErr, ExecResult, QueryResult, RuntimeErr,
    Statement, Values,
};
use sea_query_sqlx::SqlxValues;
use std::cell::Cell;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

tokio::task_local! {
    static LENT: Cell<Lent>;
}

/// What a request has of the connection it read with.
#[derive(Default)]
enum Lent {
    /// Each statement takes a connection and gives it back.
    #[default]
    Nothing,
    /// The next statement's is kept for the one after it.
    Wanted,
    /// Kept.
    Held(Reader),
}

/// Does a request's work, in which [`lend`] may be called.
pub async fn lending<F: Future>(work: F) -> F::Output {
    LENT.scope(Cell::default(), work).await
}

/// The connection of the next statement is kept for the one after it. Only for requests that read
/// soon after: nobody else has the connection meanwhile.
pub fn lend() {
    put(Lent::Wanted);
}

/// Gives back what is kept, before anything that may wait.
pub(super) fn let_go() {
    put(Lent::Nothing);
}

fn put(lent: Lent) {
    // Outside a request nothing is lent.
    let _ = LENT.try_with(|kept| kept.set(lent));
}

/// What is kept, and whether the connection of this statement is wanted.
fn take() -> (Option<Reader>, bool) {
    match LENT.try_with(Cell::take) {
        Ok(Lent::Held(reader)) => (Some(reader), false),
        Ok(Lent::Wanted) => (None, true),
        Ok(Lent::Nothing) | Err(_) => (None, false),
    }
}

/// Connections to read from.
#[derive(Clone, Debug)]
pub enum Reads {
    /// Connections that cannot write.
    Sqlite(Arc<Readers>),
    /// The pool that writes as well.
    Postgres(PgPool, Arc<Queue>),
}

/// SQLite's readers, as many as there are turns.
#[derive(Debug)]
pub struct Readers {
    pool: SqlitePool,
    turns: Arc<Semaphore>,
    waiting: Arc<Queue>,
    patience: Duration,
    free: Mutex<Vec<PoolConnection<Sqlite>>>,
}

impl Readers {
    async fn one(self: &Arc<Self>) -> Result<Reader, DbErr> {
        let place = self.waiting.enter()?;
        let turn = tokio::time::timeout(self.patience, Arc::clone(&self.turns).acquire_owned());
        let turn = turn
            .await
            .map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::Timeout))?
            .map_err(|_| DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed))?;
        drop(place);
        let free = self.list().pop();
        let connection = match free {
            Some(free) => free,
            None => self.pool.acquire().await.map_err(not_acquired)?,
        };
        Ok(Reader::Sqlite(SqliteReader {
            connection: Some(connection),
            home: Arc::clone(self),
            is_well: true,
            _turn: turn,
        }))
    }

    fn list(&self) -> std::sync::MutexGuard<'_, Vec<PoolConnection<Sqlite>>> {
        self.free.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A connection in use.
enum Reader {
    Sqlite(SqliteReader),
    Postgres {
        connection: PoolConnection<Postgres>,
        /// Whose rows it was told to see.
        told: Option<PartnerId>,
    },
}

struct SqliteReader {
    connection: Option<PoolConnection<Sqlite>>,
    home: Arc<Readers>,
    /// Not while a statement runs: one that was cut short leaves the driver to look after it.
    is_well: bool,
    _turn: OwnedSemaphorePermit,
}

impl Drop for SqliteReader {
    fn drop(&mut self) {
        if let Some(connection) = self.connection.take()
            && self.is_well
            && !self.home.pool.is_closed()
        {
            self.home.list().push(connection);
        }
    }
}

/// Runs a statement by `$fetch` on whichever database it is.
macro_rules! fetched {
    ($reader:expr, $statement:expr, $fetch:ident) => {{
        let Statement { sql, values, .. } = $statement;
        let values = SqlxValues(values.unwrap_or_else(|| Values(Vec::new())));
        let query = AssertSqlSafe(sql);
        match $reader {
            Reader::Sqlite(reader) => {
                reader.is_well = false;
                let connection = reader.connection.as_mut().ok_or(Error::PoolClosed)?;
                let query = sea_orm::sqlx::query_with(query, values);
                let found = query.$fetch(&mut **connection).await?;
                reader.is_well = true;
                found.into_iter().map(QueryResult::from).collect()
            }
            Reader::Postgres { connection, .. } => {
                let query = sea_orm::sqlx::query_with(query, values);
                let found = query.$fetch(&mut **connection).await?;
                found.into_iter().map(QueryResult::from).collect()
            }
        }
    }};
}

/// How many rows are wanted.
#[derive(Clone, Copy)]
enum Wanted {
    One,
    All,
}

impl Reads {
    /// Readers of SQLite: the pool's connections, which nobody else takes.
    pub(super) fn sqlite(pool: &SqlitePool, connections: u32, patience: Duration) -> Self {
        let turns = usize::try_from(connections).unwrap_or(1);
        Self::Sqlite(Arc::new(Readers {
            pool: pool.clone(),
            turns: Arc::new(Semaphore::new(turns)),
            waiting: Queue::of(LONGEST_OF_READS),
            patience,
            free: Mutex::default(),
        }))
    }

    /// PostgreSQL's pool, for reading.
    pub(super) fn postgres(pool: &PgPool) -> Self {
        Self::Postgres(pool.clone(), Queue::of(LONGEST_OF_READS))
    }

    /// Closes the connections; PostgreSQL's are closed with the pool that writes.
    pub(super) async fn close(self) {
        if let Self::Sqlite(readers) = self {
            readers.turns.close();
            readers.list().clear();
            readers.pool.close().await;
        }
    }

    async fn reader(&self) -> Result<(Reader, bool), DbErr> {
        let (kept, wanted) = take();
        let reader = match (kept, self) {
            (Some(kept), _) => told_again(kept).await?,
            (None, Self::Sqlite(readers)) => readers.one().await?,
            (None, Self::Postgres(pool, waiting)) => {
                let _place = waiting.enter()?;
                Reader::Postgres {
                    told: whose::partner(),
                    connection: pool.acquire().await.map_err(not_acquired)?,
                }
            }
        };
        Ok((reader, wanted))
    }

    async fn fetch(&self, statement: Statement, many: Wanted) -> Result<Vec<QueryResult>, DbErr> {
        let (mut reader, wanted) = self.reader().await?;
        let traced = tracing::enabled!(target: "gangway::sql", tracing::Level::TRACE)
            .then(|| (statement.sql.clone(), Instant::now()));
        let found = run(&mut reader, statement, many).await;
        if let Some((sql, began)) = traced {
            let (us, failed) = (began.elapsed().as_micros(), found.is_err());
            tracing::trace!(target: "gangway::sql", us, failed, "{sql}");
        }
        let found = found.map_err(|error| DbErr::Query(RuntimeErr::SqlxError(error.into())))?;
        if wanted {
            put(Lent::Held(reader));
        }
        Ok(found)
    }
}

async fn run(
    reader: &mut Reader,
    statement: Statement,
    many: Wanted,
) -> Result<Vec<QueryResult>, Error> {
    Ok(match many {
        Wanted::One => fetched!(reader, statement, fetch_optional),
        Wanted::All => fetched!(reader, statement, fetch_all),
    })
}

/// The request may have found out meanwhile whose work it does.
async fn told_again(mut reader: Reader) -> Result<Reader, DbErr> {
    if let Reader::Postgres { connection, told } = &mut reader
        && *told != whose::partner()
    {
        whose::tell(connection).await.map_err(not_acquired)?;
        *told = whose::partner();
    }
    Ok(reader)
}

/// Why there is no connection.
pub(super) fn not_acquired(error: Error) -> DbErr {
    match error {
        Error::PoolTimedOut => DbErr::ConnectionAcquire(ConnAcquireErr::Timeout),
        Error::PoolClosed => DbErr::ConnectionAcquire(ConnAcquireErr::ConnectionClosed),
        other => DbErr::Conn(RuntimeErr::SqlxError(other.into())),
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Reads {
    fn get_database_backend(&self) -> DbBackend {
        match self {
            Self::Sqlite(_) => DbBackend::Sqlite,
            Self::Postgres(..) => DbBackend::Postgres,
        }
    }

    async fn execute_raw(&self, _: Statement) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn execute_unprepared(&self, _: &str) -> Result<ExecResult, DbErr> {
        Err(only_reads())
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        Ok(self.fetch(statement, Wanted::One).await?.pop())
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.fetch(statement, Wanted::All).await
    }
}

fn only_reads() -> DbErr {
    DbErr::Custom("what writes begins a transaction".to_owned())
}
