//! How long a body may be on its way, for who sends and who receives.

use std::time::Duration;

/// Bytes in a second. Large files are waited for while they come at least this fast.
const SLOWEST: u64 = 64 * 1024;

/// What so many bytes may take beyond the time that everything has.
pub fn for_bytes(bytes: usize) -> Duration {
    let bytes = u64::try_from(bytes).unwrap_or(u64::MAX);
    Duration::from_millis(bytes.saturating_mul(1000) / SLOWEST)
}
