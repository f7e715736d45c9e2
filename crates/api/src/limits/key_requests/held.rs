//! What this instance took from the buckets and has not used yet.

use gangway_domain::ids::ApiKeyId;
use std::collections::HashMap;
use std::sync::Mutex;

/// Keys remembered before those that hold nothing are forgotten.
const REMEMBERED: usize = 10_000;

/// What this instance holds for keys.
#[derive(Debug, Default)]
pub struct KeyRequests(Mutex<HashMap<ApiKeyId, Held>>);

/// What it holds for one.
#[derive(Clone, Copy, Debug, Default)]
struct Held {
    /// Taken from the bucket and not used yet.
    taken: u32,
    /// Left in the bucket when it was last looked at.
    left: u32,
    /// Nothing is to be had until then, in milliseconds since 1970.
    dry_until_ms: i64,
}

impl KeyRequests {
    /// Uses one that is held: what remains, or until when nothing is to be had; none where the bucket
    /// has to be asked.
    pub(super) fn use_held(&self, key: ApiKeyId, now_ms: i64) -> Option<Result<u32, i64>> {
        let mut all = self.0.lock().ok()?;
        let held = all.get_mut(&key)?;
        if held.taken > 0 {
            held.taken -= 1;
            return Some(Ok(held.taken + held.left));
        }
        (held.dry_until_ms > now_ms).then_some(Err(held.dry_until_ms))
    }

    /// Keeps what was taken and not used; gives what remains in all.
    pub(super) fn keep(&self, key: ApiKeyId, taken: u32, left: u32) -> u32 {
        if let Ok(mut all) = self.0.lock() {
            if all.len() >= REMEMBERED {
                all.retain(|_, held| held.taken > 0);
            }
            let held = all.entry(key).or_default();
            // Two requests at once may both have taken a share.
            held.taken += taken;
            held.left = left;
            held.dry_until_ms = 0;
            return held.taken + left;
        }
        taken + left
    }

    /// Notes that nothing is to be had for a while.
    pub(super) fn dry(&self, key: ApiKeyId, until_ms: i64) {
        if let Ok(mut all) = self.0.lock() {
            let held = all.entry(key).or_default();
            held.left = 0;
            held.dry_until_ms = until_ms;
        }
    }
}
