//! What visitors of a widget may cause.

use super::bucket::{Bucket, take_all};
use super::table::VISIT;
use super::{CallerAddress, refuse_if_dry};
use crate::context::Context;
use crate::refusal::Refusal;

/// Counts a visit.
pub async fn visit(ctx: &Context, caller: &CallerAddress) -> Result<(), Refusal> {
    let bucket = Bucket::of(ctx, &VISIT, &caller.subject());
    refuse_if_dry(take_all(ctx, &[bucket]).await?)
}
