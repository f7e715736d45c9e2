//! Work that outlives a request.
//!
//! Most of it needs named fail points: `--features failpoints`.

mod caps;
mod cut_short;
#[cfg(feature = "failpoints")]
pub mod fail_points;
mod in_turn;
#[cfg(feature = "failpoints")]
pub mod killed;
#[cfg(feature = "failpoints")]
mod killed_files;
mod lease;
mod logged;
mod measured;
mod operator;
#[cfg(feature = "failpoints")]
mod poison;
mod provider_down;
mod pruned;
pub mod rows;
mod stepped;
#[cfg(feature = "failpoints")]
mod with_cause;
