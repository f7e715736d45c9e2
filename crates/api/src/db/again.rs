//! Transactions that were in each other's way are done again, whole.

use super::trouble::is_conflict;
use crate::refusal::Refusal;
use sea_orm::DbErr;
use std::time::Duration;

/// Tries in all.
const TRIES: u32 = 3;
const PAUSE: Duration = Duration::from_millis(20);

/// An error that may say that two transactions were in each other's way.
pub trait MayBeConflict {
    /// Whether it says so.
    fn is_conflict(&self) -> bool;
}

impl MayBeConflict for DbErr {
    fn is_conflict(&self) -> bool {
        is_conflict(self)
    }
}

impl MayBeConflict for Refusal {
    fn is_conflict(&self) -> bool {
        self.database_error().is_some_and(is_conflict)
    }
}

/// Does a whole transaction, up to three times while another one is in its way.
pub async fn again<T, E: MayBeConflict, F: Future<Output = Result<T, E>>>(
    transaction: impl Fn() -> F,
) -> Result<T, E> {
    for tried in 1..TRIES {
        match transaction().await {
            Err(error) if error.is_conflict() => {
                tracing::info!(tried, "transactions were in each other's way: once more");
                tokio::time::sleep(PAUSE * tried).await;
            }
            ended => return ended,
        }
    }
    transaction().await
}
