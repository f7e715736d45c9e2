//! Calls of the application in visitors' browsers, on their way into the database: visitors do not
//! wait for that.

use crate::events::{Origin, origin};
use crate::refusal::reference;
use chrono::{DateTime, Duration, Utc};
use gangway_domain::ids::{ClientId, PartnerId};
use gangway_domain::values::WidgetOrigin;
use quick_cache::sync::Cache;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tokio::sync::Notify;

/// Calls within so long of a noted one are not noted.
pub const NOTED_EVERY: Duration = Duration::minutes(1);
/// Calls that wait to be written. What comes while there are as many is noted at its next call.
const MOST_WAITING: usize = 1_000;
/// Sites of which is known when they were last noted. Of others the database knows.
const REMEMBERED: usize = 10_000;

/// A call that is to be written.
#[derive(Debug)]
pub struct Call {
    pub partner: PartnerId,
    pub client: ClientId,
    pub site: WidgetOrigin,
    pub at: DateTime<Utc>,
    /// Where it came from.
    pub visitor: Option<Origin>,
    /// The request it came with.
    pub reference: String,
}

/// The calls of this process.
#[derive(Debug)]
pub struct Calls {
    lately: Cache<(ClientId, WidgetOrigin), DateTime<Utc>>,
    waiting: Mutex<Vec<Call>>,
    pub(super) came: Notify,
    /// Held by who writes.
    pub(super) at_work: tokio::sync::Mutex<()>,
}

impl Default for Calls {
    fn default() -> Self {
        Self {
            lately: Cache::new(REMEMBERED),
            waiting: Mutex::default(),
            came: Notify::new(),
            at_work: tokio::sync::Mutex::default(),
        }
    }
}

impl Calls {
    /// Notes that a client's application was called on one of its sites, at most once a minute for
    /// each.
    pub fn note(
        &self,
        at: DateTime<Utc>,
        (partner, client): (PartnerId, ClientId),
        site: &WidgetOrigin,
    ) {
        let called = (client, site.clone());
        let noted = self.lately.get(&called);
        if noted.is_some_and(|noted| noted <= at && at < noted + NOTED_EVERY) {
            return;
        }
        let call = Call {
            partner,
            client,
            site: site.clone(),
            at,
            visitor: origin(),
            reference: reference(),
        };
        if self.wait(call) {
            self.lately.insert(called, at);
            self.came.notify_one();
        }
    }

    fn wait(&self, call: Call) -> bool {
        let mut waiting = self.waiting();
        let room = waiting.len() < MOST_WAITING;
        if room {
            waiting.push(call);
        }
        room
    }

    /// Takes what waits.
    pub(super) fn take(&self) -> Vec<Call> {
        std::mem::take(&mut *self.waiting())
    }

    fn waiting(&self) -> MutexGuard<'_, Vec<Call>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn whose(number: u128) -> (PartnerId, ClientId) {
        let id = Uuid::from_u128(number);
        (PartnerId(id), ClientId(id))
    }

    fn site(host: &str) -> WidgetOrigin {
        WidgetOrigin::parse(&format!("https://{host}")).expect("an origin")
    }

    #[test]
    fn b35_a_call_waits_once_a_minute_for_each_client_and_site() {
        let (calls, now) = (Calls::default(), DateTime::UNIX_EPOCH);
        let (one, other) = (site("one.example"), site("www.one.example"));
        for s in [0, 1, 59] {
            let at = now + Duration::seconds(s);
            calls.note(at, whose(1), &one);
            calls.note(at, whose(1), &other);
            calls.note(at, whose(2), &one);
        }
        assert_eq!(calls.take().len(), 3);
        calls.note(now + Duration::seconds(60), whose(1), &one);
        assert_eq!(calls.take().len(), 1);
    }

    #[test]
    fn b35_what_found_no_room_is_noted_when_it_comes_again() {
        let (calls, now) = (Calls::default(), DateTime::UNIX_EPOCH);
        let one = site("one.example");
        for number in 0..=MOST_WAITING {
            calls.note(now, whose(number as u128), &one);
        }
        assert_eq!(calls.take().len(), MOST_WAITING);
        calls.note(now, whose(MOST_WAITING as u128), &one);
        calls.note(now, whose(0), &one);
        let waiting = calls.take();
        let [call] = waiting.as_slice() else {
            panic!("{waiting:?}")
        };
        assert_eq!((call.partner, call.client), whose(MOST_WAITING as u128));
    }
}
