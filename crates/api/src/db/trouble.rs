//! What an error of the database means for whoever asked.

use sea_orm::{DbErr, RuntimeErr, SqlxError};

/// SQLite's primary result codes: busy, locked, out of memory, disk I/O, disk full, cannot be opened.
const SQLITE_BUSY: [i32; 6] = [5, 6, 7, 10, 13, 14];
/// PostgreSQL's classes: connection, out of resources, stopped by the operator or a time limit, system.
const POSTGRES_BUSY: [&str; 4] = ["08", "53", "57", "58"];
/// Serialization failure, deadlock, lock not to be had.
const POSTGRES_CONFLICT: [&str; 3] = ["40001", "40P01", "55P03"];

/// Whether the same may go well a moment later: nothing is wrong with what was asked.
pub fn passes(error: &DbErr) -> bool {
    match cause(error) {
        _ if matches!(error, DbErr::ConnectionAcquire(_) | DbErr::Conn(_)) => true,
        Some(SqlxError::Database(told)) => {
            let code = told.code().unwrap_or_default();
            let sqlite = code.parse::<i32>().ok().filter(|_| code.len() < 5);
            match sqlite {
                Some(code) => SQLITE_BUSY.contains(&(code & 0xff)),
                None => {
                    POSTGRES_CONFLICT.contains(&code.as_ref())
                        || POSTGRES_BUSY.iter().any(|class| code.starts_with(class))
                }
            }
        }
        Some(
            SqlxError::Io(_)
            | SqlxError::Protocol(_)
            | SqlxError::Tls(_)
            | SqlxError::PoolTimedOut
            | SqlxError::PoolClosed
            | SqlxError::WorkerCrashed,
        ) => true,
        _ => false,
    }
}

/// Whether two transactions were in each other's way: this one was undone whole, and may be done again.
pub fn is_conflict(error: &DbErr) -> bool {
    match cause(error) {
        Some(SqlxError::Database(told)) => told
            .code()
            .is_some_and(|code| POSTGRES_CONFLICT.contains(&code.as_ref())),
        _ => false,
    }
}

fn cause(error: &DbErr) -> Option<&SqlxError> {
    match error {
        DbErr::Conn(RuntimeErr::SqlxError(cause))
        | DbErr::Exec(RuntimeErr::SqlxError(cause))
        | DbErr::Query(RuntimeErr::SqlxError(cause)) => Some(cause),
        _ => None,
    }
}
