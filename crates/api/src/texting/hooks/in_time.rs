//! The provider is answered before it gives up.

use crate::refusal::Refusal;
use std::time::Duration;

/// The provider waits for fifteen seconds.
const PATIENCE: Duration = Duration::from_secs(12);

/// Does what a webhook asks for, or tells the provider to come again. What was begun and not committed is
/// undone; what was committed is found when it comes again.
pub async fn in_time<T>(work: impl Future<Output = Result<T, Refusal>>) -> Result<T, Refusal> {
    match tokio::time::timeout(PATIENCE, work).await {
        Ok(done) => done,
        Err(late) => Err(Refusal::unavailable(2, late)),
    }
}
