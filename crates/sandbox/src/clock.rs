use std::sync::Arc;

use chrono::{DateTime, Utc};

/// What the sandbox takes the time from.
pub type Clock = Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>;

/// The machine's time.
#[expect(
    clippy::disallowed_methods,
    reason = "the sandbox plays other companies, which have clocks of their own"
)]
pub(crate) fn system() -> Clock {
    Arc::new(|| std::time::SystemTime::now().into())
}
