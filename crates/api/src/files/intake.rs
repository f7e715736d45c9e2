//! How many uploads are taken in at once, and how many of them are worked on.

use crate::refusal::Refusal;
use crate::telemetry::metrics;
use gangway_domain::ids::PartnerId;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

/// Uploads in memory at once: being read, waiting or worked on. Who comes then is told to come back.
const AT_ONCE: usize = 16;
/// As many of them may be one partner's: on a slow line each takes minutes.
const OF_A_PARTNER: usize = 8;
/// Uploads worked on at once; each may take some 200 MB for a moment.
const AT_WORK: usize = 2;
/// When to come back, in seconds.
const COME_BACK_S: u32 = 2;

/// The way in for uploads.
#[derive(Clone, Debug)]
pub struct Intake {
    places: Arc<Semaphore>,
    taken: Arc<Taken>,
    work: Arc<Semaphore>,
}

/// How many places each partner has taken.
type Taken = Mutex<HashMap<PartnerId, usize>>;

/// A place among the uploads, until it is dropped.
#[derive(Debug)]
pub struct Place {
    partner: PartnerId,
    taken: Arc<Taken>,
    #[expect(dead_code, reason = "held, never looked at")]
    permit: OwnedSemaphorePermit,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(count) = taken.get_mut(&self.partner) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.partner);
            }
        }
    }
}

impl Default for Intake {
    fn default() -> Self {
        Self {
            places: Arc::new(Semaphore::new(AT_ONCE)),
            taken: Arc::default(),
            work: Arc::new(Semaphore::new(AT_WORK)),
        }
    }
}

impl Intake {
    /// A place for an upload of a partner's, before its first byte is read.
    pub fn enter(&self, partner: PartnerId) -> Result<Place, Refusal> {
        let permit = Arc::clone(&self.places).try_acquire_owned();
        let permit = permit.map_err(|_| full())?;
        let mut taken = self.taken.lock().unwrap_or_else(PoisonError::into_inner);
        let count = taken.entry(partner).or_default();
        if *count == OF_A_PARTNER {
            return Err(full());
        }
        *count += 1;
        Ok(Place {
            partner,
            taken: Arc::clone(&self.taken),
            permit,
        })
    }

    /// Does the work on an upload on a thread of its own. None where it panicked. Who hangs up meanwhile
    /// does not make room: the thread still works.
    pub async fn work<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<Option<T>, Refusal> {
        let turn = Arc::clone(&self.work).acquire_owned().await;
        let turn = turn.map_err(Refusal::internal)?;
        let done = tokio::task::spawn_blocking(move || {
            let done = work();
            drop(turn);
            done
        });
        if let Ok(done) = done.await {
            Ok(Some(done))
        } else {
            metrics::panicked("upload");
            Ok(None)
        }
    }
}

fn full() -> Refusal {
    let cause = anyhow::anyhow!("too many uploads are at work");
    Refusal::unavailable(COME_BACK_S, cause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangway_domain::problem::ProblemCode;
    use std::sync::atomic::{AtomicUsize, Ordering};

    fn partner(number: u8) -> PartnerId {
        PartnerId::from_parts(0, [number; 10])
    }

    #[test]
    fn up_08_who_comes_to_a_full_house_is_told_to_come_back() {
        let intake = Intake::default();
        let everybody = (0..u8::MAX)
            .map(partner)
            .flat_map(|one| [one; OF_A_PARTNER]);
        let mut places: Vec<_> = everybody
            .take(AT_ONCE)
            .map(|one| intake.enter(one).unwrap())
            .collect();
        let full = intake.enter(partner(u8::MAX)).unwrap_err();
        assert_eq!(full.code(), ProblemCode::Unavailable);
        places.pop();
        assert!(intake.enter(partner(u8::MAX)).is_ok());
    }

    #[test]
    fn up_08_one_partner_leaves_places_to_the_others() {
        let intake = Intake::default();
        let mut places: Vec<_> = (0..OF_A_PARTNER)
            .map(|_| intake.enter(partner(1)).unwrap())
            .collect();
        let full = intake.enter(partner(1)).unwrap_err();
        assert_eq!(full.code(), ProblemCode::Unavailable);
        assert!(intake.enter(partner(2)).is_ok());
        places.pop();
        assert!(intake.enter(partner(1)).is_ok());
        drop(places);
        assert!(intake.taken.lock().unwrap().is_empty());
    }

    #[tokio::test(flavor = "multi_thread")]
    async fn up_07_no_more_than_two_are_worked_on_and_a_panic_is_survived() {
        static NOW: AtomicUsize = AtomicUsize::new(0);
        static MOST: AtomicUsize = AtomicUsize::new(0);
        let intake = Intake::default();
        let work = || {
            let now = NOW.fetch_add(1, Ordering::SeqCst) + 1;
            MOST.fetch_max(now, Ordering::SeqCst);
            std::thread::sleep(std::time::Duration::from_millis(20));
            NOW.fetch_sub(1, Ordering::SeqCst);
        };
        let all = (0..8).map(|_| intake.work(work));
        let done = futures_util::future::join_all(all).await;
        assert!(done.into_iter().all(|one| one.unwrap().is_some()));
        assert_eq!(MOST.load(Ordering::SeqCst), AT_WORK);
        let none: Option<()> = intake.work(|| panic!("as a decoder might")).await.unwrap();
        assert!(none.is_none());
        assert_eq!(intake.work(|| 7).await.unwrap(), Some(7));
    }
}
