//! A transaction that writes. What it records is sealed into the chain of events as the last thing
//! before it commits: the chain's lock is held for that moment only, and after all others.

use super::changed::ClientChanges;
use crate::events;
use sea_orm::{
    ConnectionTrait, DatabaseTransaction, DbBackend, DbErr, ExecResult, QueryResult, Statement,
};
use std::ops::Deref;
use std::sync::Arc;
use tokio::sync::{Notify, OwnedMutexGuard};

/// A transaction that writes; undone when it is dropped.
#[derive(Debug)]
pub struct Transaction {
    pub(super) inner: DatabaseTransaction,
    /// Given back after it has ended.
    pub(super) _turn: Option<OwnedMutexGuard<()>>,
    pub(super) event_bell: Arc<Notify>,
    pub(super) changes: Arc<ClientChanges>,
}

impl Transaction {
    /// Seals the events it recorded and commits.
    pub async fn commit(self) -> Result<(), DbErr> {
        let sealed = events::seal(&self.inner).await?;
        self.inner.commit().await?;
        for event in &sealed {
            if let Some(client) = event.client_id {
                self.changes.note(client);
            }
        }
        if !sealed.is_empty() {
            self.event_bell.notify_one();
        }
        Ok(())
    }

    /// Undoes it.
    pub async fn rollback(self) -> Result<(), DbErr> {
        self.inner.rollback().await
    }
}

impl Deref for Transaction {
    type Target = DatabaseTransaction;

    fn deref(&self) -> &DatabaseTransaction {
        &self.inner
    }
}

#[async_trait::async_trait]
impl ConnectionTrait for Transaction {
    fn get_database_backend(&self) -> DbBackend {
        self.inner.get_database_backend()
    }

    async fn execute_raw(&self, statement: Statement) -> Result<ExecResult, DbErr> {
        self.inner.execute_raw(statement).await
    }

    async fn execute_unprepared(&self, sql: &str) -> Result<ExecResult, DbErr> {
        self.inner.execute_unprepared(sql).await
    }

    async fn query_one_raw(&self, statement: Statement) -> Result<Option<QueryResult>, DbErr> {
        self.inner.query_one_raw(statement).await
    }

    async fn query_all_raw(&self, statement: Statement) -> Result<Vec<QueryResult>, DbErr> {
        self.inner.query_all_raw(statement).await
    }
}
