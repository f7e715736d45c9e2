use std::fmt;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use ring::rand::{SecureRandom, SystemRandom};

/// Waits for the given time. Tests give one that notes the time and returns at once.
pub type Pause = Arc<dyn Fn(Duration) -> Pin<Box<dyn Future<Output = ()> + Send>> + Send + Sync>;

/// How often a call is tried and how long the waits are. The default is what Twilio asks for: five
/// tries, 100 ms doubling with jitter, at most 30 s.
#[derive(Clone)]
pub struct Retry {
    /// Tries in all, the first one counted.
    pub tries: u32,
    /// The wait after the first try; it doubles with each further one.
    pub first_wait: Duration,
    /// No wait is longer. A longer `Retry-After` ends the call with
    /// [`Throttled`](crate::Error::Throttled), so that the caller can come back later.
    pub longest_wait: Duration,
    /// What waits.
    pub pause: Pause,
}

impl Default for Retry {
    fn default() -> Self {
        Self {
            tries: 5,
            first_wait: Duration::from_millis(100),
            longest_wait: Duration::from_secs(30),
            pause: Arc::new(|time| Box::pin(tokio::time::sleep(time))),
        }
    }
}

impl fmt::Debug for Retry {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Retry")
            .field("tries", &self.tries)
            .field("first_wait", &self.first_wait)
            .field("longest_wait", &self.longest_wait)
            .finish_non_exhaustive()
    }
}

impl Retry {
    /// The wait after try number `tries_made`, from half of the doubled time up to all of it; what
    /// Twilio asked for goes first. `None` when there is no further try.
    pub(crate) fn wait(&self, tries_made: u32, asked: Option<Duration>) -> Option<Duration> {
        if tries_made >= self.tries {
            return None;
        }
        if let Some(asked) = asked {
            return (asked <= self.longest_wait).then_some(asked);
        }
        let doubled = self
            .first_wait
            .saturating_mul(
                1_u32
                    .checked_shl(tries_made.saturating_sub(1))
                    .unwrap_or(u32::MAX),
            )
            .min(self.longest_wait);
        let half = doubled / 2;
        Some(half + half.mul_f64(chance()))
    }
}

/// From 0 to 1. Without randomness the wait is simply the longest.
fn chance() -> f64 {
    let mut byte = [u8::MAX];
    let _ = SystemRandom::new().fill(&mut byte);
    let [byte] = byte;
    f64::from(byte) / f64::from(u8::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn waits_double_with_jitter_and_stop_at_the_longest() {
        let retry = Retry {
            tries: 40,
            ..Retry::default()
        };
        for (tries_made, longest_ms) in [(1, 100), (2, 200), (3, 400), (9, 25_600), (39, 30_000)] {
            let wait = retry.wait(tries_made, None).unwrap();
            let longest = Duration::from_millis(longest_ms);
            assert!(
                wait <= longest && wait >= longest / 2,
                "{tries_made}: {wait:?}"
            );
        }
    }

    #[test]
    fn the_last_try_is_followed_by_nothing() {
        assert_eq!(Retry::default().wait(5, None), None);
        assert_eq!(Retry::default().wait(5, Some(Duration::ZERO)), None);
    }

    #[test]
    fn what_twilio_asks_for_is_honoured_unless_it_is_too_long_to_wait_here() {
        let retry = Retry::default();
        let seconds = |n| Some(Duration::from_secs(n));
        assert_eq!(retry.wait(1, seconds(7)), seconds(7));
        assert_eq!(retry.wait(1, seconds(31)), None);
    }
}
