//! Work that outlives a request.
//!
//! Most of it needs named fail points: `--features failpoints`.

#[cfg(feature = "failpoints")]
mod fail_points;
#[cfg(feature = "failpoints")]
mod killed;
mod lease;
#[cfg(feature = "failpoints")]
mod poison;
pub mod rows;
mod stepped;
#[cfg(feature = "failpoints")]
mod with_cause;
