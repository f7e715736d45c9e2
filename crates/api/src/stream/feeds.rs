//! Who follows which partner in this process, and how many may.

use super::heard::Heard;
use crate::context::Context;
use crate::refusal::{Exceeded, Refusal};
use gangway_domain::ids::PartnerId;
use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::{Notify, broadcast, watch};

/// Streams of one person's place or one key at once: a browser has one per visible page.
pub const MOST_OF_ONE: u32 = 20;
/// Streams of this process at once. Each costs a few kilobytes, and a look at its rights every few
/// seconds.
pub const MOST_OF_ALL: u32 = 2_000;
/// Events a slow stream may be behind before it reads the database instead.
const REMEMBERED: usize = 256;

/// The streams of this process.
#[derive(Debug)]
pub struct Streams {
    open: Mutex<Open>,
    /// Told when a partner is followed that nobody followed before.
    pub(super) followed: Notify,
    ended: watch::Sender<bool>,
}

#[derive(Debug, Default)]
struct Open {
    feeds: HashMap<PartnerId, Feed>,
    by_caller: HashMap<String, u32>,
    all: u32,
}

/// A partner that somebody follows, read up to a place of its chain.
#[derive(Debug)]
struct Feed {
    known: i64,
    to: broadcast::Sender<Arc<Heard>>,
}

impl Default for Streams {
    fn default() -> Self {
        Self {
            open: Mutex::default(),
            followed: Notify::new(),
            ended: watch::Sender::new(false),
        }
    }
}

impl Streams {
    /// Ends all streams, and lets no other begin: the process stops.
    pub fn end(&self) {
        self.ended.send_replace(true);
    }

    /// Tells when streams are to end.
    pub(super) fn ending(&self) -> watch::Receiver<bool> {
        self.ended.subscribe()
    }

    /// Follows a partner whose chain ended at `known` a moment ago. All that is sealed after what the
    /// caller can read from now on will be heard.
    pub(super) fn follow(&self, partner: PartnerId, known: i64) -> broadcast::Receiver<Arc<Heard>> {
        match self.open().feeds.entry(partner) {
            Entry::Occupied(feed) => feed.get().to.subscribe(),
            Entry::Vacant(none) => {
                let (to, heard) = broadcast::channel(REMEMBERED);
                none.insert(Feed { known, to });
                self.followed.notify_one();
                heard
            }
        }
    }

    /// The partners that are followed, each with how far it was read.
    pub(super) fn partners(&self) -> Vec<(PartnerId, i64)> {
        let mut open = self.open();
        open.feeds.retain(|_, feed| feed.to.receiver_count() > 0);
        let feeds = open.feeds.iter();
        feeds
            .map(|(partner, feed)| (*partner, feed.known))
            .collect()
    }

    /// Hands on what was read of a partner.
    pub(super) fn tell(&self, partner: PartnerId, events: Vec<Heard>) {
        let mut open = self.open();
        let Some(feed) = open.feeds.get_mut(&partner) else {
            return;
        };
        for heard in events {
            feed.known = heard.sequence;
            // Nobody listens any more: the feed goes at the next look.
            let _ = feed.to.send(Arc::new(heard));
        }
    }

    fn open(&self) -> MutexGuard<'_, Open> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn enter(&self, caller: &str) -> Result<(), Refusal> {
        if *self.ended.borrow() {
            return Err(Refusal::unavailable(2, anyhow::anyhow!("the server stops")));
        }
        let mut open = self.open();
        if open.all >= MOST_OF_ALL {
            let cause = anyhow::anyhow!("{MOST_OF_ALL} streams are open");
            return Err(Refusal::unavailable(30, cause));
        }
        let own = open.by_caller.entry(caller.to_owned()).or_default();
        if *own >= MOST_OF_ONE {
            return Err(too_many());
        }
        *own += 1;
        open.all += 1;
        Ok(())
    }

    fn leave(&self, caller: &str) {
        let mut open = self.open();
        open.all = open.all.saturating_sub(1);
        if let Some(own) = open.by_caller.get_mut(caller) {
            *own -= 1;
            if *own == 0 {
                open.by_caller.remove(caller);
            }
        }
    }
}

/// A stream among those of its process; it leaves when this is dropped.
pub struct Seat {
    ctx: Context,
    caller: String,
}

impl Seat {
    /// One for a caller, or the refusal.
    pub fn take(ctx: &Context, caller: String) -> Result<Self, Refusal> {
        ctx.streams.enter(&caller)?;
        let ctx = ctx.clone();
        Ok(Self { ctx, caller })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        self.ctx.streams.leave(&self.caller);
    }
}

fn too_many() -> Refusal {
    let limit = Exceeded {
        name: "streams",
        at_once: MOST_OF_ONE,
        window_s: 60,
        retry_after_s: 30,
    };
    Refusal::too_many(
        limit,
        "You follow what happens in many places already. Close some of them, then try again.",
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_caller_has_so_many_streams_and_leaves_room_for_others() {
        let streams = Streams::default();
        for _ in 0..MOST_OF_ONE {
            streams.enter("jane").expect("a seat");
        }
        assert!(streams.enter("jane").is_err());
        streams.enter("joe").expect("a seat");
        streams.leave("jane");
        streams.enter("jane").expect("the seat that was left");
        for _ in 0..MOST_OF_ONE {
            streams.leave("jane");
        }
        streams.leave("joe");
        let open = streams.open();
        assert!(open.all == 0 && open.by_caller.is_empty());
    }

    #[test]
    fn a_process_has_so_many_streams() {
        let streams = Streams::default();
        for number in 0..MOST_OF_ALL {
            streams.enter(&number.to_string()).expect("a seat");
        }
        assert!(streams.enter("one more").is_err());
        streams.leave("7");
        streams.enter("one more").expect("the seat that was left");
    }

    #[test]
    fn a_partner_that_nobody_follows_is_not_read() {
        let streams = Streams::default();
        let partner = PartnerId(uuid::Uuid::from_u128(1));
        let (first, second) = (streams.follow(partner, 5), streams.follow(partner, 9));
        assert_eq!(streams.partners(), [(partner, 5)]);
        drop(first);
        assert_eq!(streams.partners(), [(partner, 5)]);
        drop(second);
        assert!(streams.partners().is_empty());
    }
}
