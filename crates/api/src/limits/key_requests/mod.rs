//! Requests of API keys, counted together by all instances.
//!
//! A bucket in the database lets a fifth of the limit through at once and the rest over the minute, so
//! that no minute sees more than the limit. An instance takes a few at a time, so that most requests
//! write nothing; what it holds is the most by which a minute can go over.

mod bucket;
mod held;
mod standing;

pub use held::KeyRequests;
pub use standing::Standing;

use crate::context::Context;
use crate::refusal::Refusal;
use gangway_domain::ids::ApiKeyId;
use standing::Numbers;

/// Counts a request of a key, or refuses it.
pub async fn count(ctx: &Context, key: ApiKeyId) -> Result<Standing, Refusal> {
    let limit = Numbers::of(ctx);
    let now_ms = ctx.now().timestamp_millis();
    match ctx.key_requests.use_held(key, now_ms) {
        Some(Ok(remaining)) => return Ok(limit.standing(remaining)),
        Some(Err(until_ms)) => return Err(limit.exceeded(until_ms - now_ms)),
        None => {}
    }
    for wanted in [limit.share(), 1] {
        if bucket::take(ctx, key, limit, wanted, now_ms).await? {
            let full_at_ms = bucket::full_at(ctx, key).await?.unwrap_or(now_ms);
            let left = limit.left(full_at_ms, now_ms);
            let remaining = ctx.key_requests.keep(key, wanted - 1, left);
            return Ok(limit.standing(remaining));
        }
    }
    let full_at_ms = bucket::full_at(ctx, key).await?.unwrap_or(now_ms);
    let wait_ms = (full_at_ms + limit.every_ms - limit.whole_ms() - now_ms).max(1);
    ctx.key_requests.dry(key, now_ms + wait_ms);
    Err(limit.exceeded(wait_ms))
}
