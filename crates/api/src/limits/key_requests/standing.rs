//! The numbers of the limit, and how a key stands with it, as headers tell it.

use crate::context::Context;
use crate::refusal::{Exceeded, Refusal};
use actix_web::http::header::{HeaderMap, HeaderName, HeaderValue};

/// Its name in headers.
pub(super) const NAME: &str = "api_key";
/// One instance takes a hundredth of the limit at a time.
const SHARE: u32 = 100;

/// How a key stands after a request, for its headers.
#[derive(Clone, Copy, Debug)]
pub struct Standing {
    limit: Numbers,
    remaining: u32,
    reset_s: u32,
}

/// The limit in the numbers of its bucket.
#[derive(Clone, Copy, Debug)]
pub(super) struct Numbers {
    per_minute: u32,
    pub(super) at_once: u32,
    pub(super) every_ms: i64,
}

impl Numbers {
    /// Those of the settings.
    pub(super) fn of(ctx: &Context) -> Self {
        let per_minute = ctx.config.api_keys.requests_per_minute;
        let at_once = per_minute / 5;
        Self {
            per_minute,
            at_once,
            // The rest comes back evenly over the minute; rounded up, so that it is never more.
            every_ms: i64::from(60_000_u32.div_ceil(per_minute - at_once)),
        }
    }

    /// How long the whole bucket takes to come back.
    pub(super) fn whole_ms(self) -> i64 {
        self.every_ms * i64::from(self.at_once)
    }

    /// How many an instance takes at a time.
    pub(super) fn share(self) -> u32 {
        (self.per_minute / SHARE).max(1)
    }

    /// What is left in a bucket that is full again at a time.
    pub(super) fn left(self, full_at_ms: i64, now_ms: i64) -> u32 {
        let free_ms = self.whole_ms() - (full_at_ms - now_ms).max(0);
        u32::try_from(free_ms / self.every_ms).unwrap_or_default()
    }

    /// How a key stands with so many remaining.
    pub(super) fn standing(self, remaining: u32) -> Standing {
        let missing = i64::from(self.at_once.saturating_sub(remaining));
        Standing {
            limit: self,
            remaining,
            reset_s: seconds(missing * self.every_ms),
        }
    }

    /// The refusal where nothing remains.
    pub(super) fn exceeded(self, wait_ms: i64) -> Refusal {
        let Self {
            per_minute,
            at_once,
            ..
        } = self;
        tracing::info!(limit = NAME, "limit hit");
        let exceeded = Exceeded {
            name: NAME,
            at_once,
            window_s: seconds(self.whole_ms()),
            retry_after_s: seconds(wait_ms).max(1),
        };
        Refusal::too_many(
            exceeded,
            format!(
                "This API key may make {per_minute} requests in a minute, {at_once} of them at once. Wait as Retry-After says."
            ),
        )
    }
}

fn seconds(ms: i64) -> u32 {
    u32::try_from(ms.max(0).unsigned_abs().div_ceil(1_000)).unwrap_or(u32::MAX)
}

impl Standing {
    /// Adds what a caller needs to stay within the limit.
    pub fn tell(self, headers: &mut HeaderMap) {
        let Self {
            limit,
            remaining,
            reset_s,
        } = self;
        let (at_once, window_s) = (limit.at_once, seconds(limit.whole_ms()));
        for (name, value) in [
            ("ratelimit-limit", at_once.to_string()),
            ("ratelimit-remaining", remaining.to_string()),
            ("ratelimit-reset", reset_s.to_string()),
            ("ratelimit", format!("\"{NAME}\";r={remaining};t={reset_s}")),
            (
                "ratelimit-policy",
                format!("\"{NAME}\";q={at_once};w={window_s}"),
            ),
        ] {
            if let Ok(value) = HeaderValue::from_str(&value) {
                headers.insert(HeaderName::from_static(name), value);
            }
        }
    }
}
