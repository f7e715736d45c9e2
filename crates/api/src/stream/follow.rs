//! One stream: what it still has to tell, who reads it, and until when.

use super::carry::MOST_TOLD;
use super::feeds::Seat;
use super::heard::{Heard, block};
use super::store;
use crate::context::Context;
use crate::db::whose;
use crate::extract::{Caller, Requires, Standing};
use crate::refusal::Refusal;
use gangway_domain::wire::StreamEvent;
use std::sync::Arc;
use std::time::Duration;
use tokio::sync::broadcast::Receiver;
use tokio::sync::broadcast::error::RecvError;
use tokio::sync::watch;
use tokio::time::{Instant, sleep_until};

/// What was taken away is gone within five seconds: the look itself has one of them.
const LOOK_EVERY: Duration = Duration::from_secs(4);
const LOOK_PATIENCE: Duration = Duration::from_secs(1);
/// So that proxies keep the connection, and that a reader who is gone is noticed.
const BEAT_EVERY: Duration = Duration::from_secs(10);
/// What readers wait before they come again, in milliseconds.
const RETRY_MS: u32 = 2_000;

/// A stream at work.
pub struct Follower {
    ctx: Context,
    standing: Standing,
    caller: Caller,
    heard: Receiver<Arc<Heard>>,
    ending: watch::Receiver<bool>,
    /// The place up to which everything was told, or was not for this caller.
    told: i64,
    /// Whether more was sealed than it heard of.
    is_behind: bool,
    until: Instant,
    look_at: Instant,
    beat_at: Instant,
    opening: Option<String>,
    _seat: Seat,
}

/// What a stream does next.
enum Turn {
    End,
    Look,
    Beat,
    Behind,
    Heard(Arc<Heard>),
}

impl Follower {
    /// Begins after the place a reader knows, or with what happens from now on.
    pub async fn begin(
        ctx: &Context,
        standing: Standing,
        caller: Caller,
        known: Option<i64>,
        lasts: Duration,
    ) -> Result<Self, Refusal> {
        let seat = Seat::take(ctx, caller.principal())?;
        let newest = store::head(ctx.db.reader(), caller.partner).await?;
        let heard = ctx.streams.follow(caller.partner, newest);
        let now = Instant::now();
        let opening = match known {
            // A place that is not there yet is of another database: nothing that is shown is certain.
            Some(known) if known > newest => begun(newest) + &block(newest, &StreamEvent::gap()),
            Some(known) => begun(known),
            None => begun(newest),
        };
        Ok(Self {
            ctx: ctx.clone(),
            standing,
            ending: ctx.streams.ending(),
            heard,
            told: known.map_or(newest, |known| known.min(newest)),
            // What was sealed between the look at the newest and following is read as well.
            is_behind: true,
            until: now + lasts,
            look_at: now + LOOK_EVERY,
            beat_at: now + BEAT_EVERY,
            opening: Some(opening),
            caller,
            _seat: seat,
        })
    }

    /// The next lines; none at the end.
    pub async fn next(&mut self) -> Option<String> {
        let partner = Some(self.caller.partner);
        let lines = whose::watched(partner, self.lines()).await?;
        self.beat_at = Instant::now() + BEAT_EVERY;
        Some(lines)
    }

    async fn lines(&mut self) -> Option<String> {
        if let Some(opening) = self.opening.take() {
            return Some(opening);
        }
        loop {
            if self.is_behind {
                let lines = self.catch_up().await?;
                if !lines.is_empty() {
                    return Some(lines);
                }
            }
            match self.turn().await {
                Turn::End => return None,
                Turn::Look => self.look_again().await?,
                Turn::Beat => return Some(self.beat()),
                Turn::Behind => self.is_behind = true,
                Turn::Heard(heard) => {
                    if let Some(lines) = self.take(&heard) {
                        return Some(lines);
                    }
                }
            }
        }
    }

    /// Waits for whatever comes first.
    async fn turn(&mut self) -> Turn {
        tokio::select! {
            biased;
            _ = self.ending.wait_for(|ending| *ending) => Turn::End,
            () = sleep_until(self.until) => Turn::End,
            () = sleep_until(self.look_at) => Turn::Look,
            () = sleep_until(self.beat_at) => Turn::Beat,
            heard = self.heard.recv() => match heard {
                Ok(heard) => Turn::Heard(heard),
                Err(RecvError::Lagged(_)) => Turn::Behind,
                Err(RecvError::Closed) => Turn::End,
            },
        }
    }

    /// What an event adds, if it is the next one and for this caller.
    fn take(&mut self, heard: &Heard) -> Option<String> {
        if heard.sequence > self.told + 1 {
            self.is_behind = true;
        }
        if heard.sequence != self.told + 1 {
            return None;
        }
        self.told = heard.sequence;
        let lines = || block(heard.sequence, &heard.told);
        heard.is_for(&self.caller).then(lines)
    }

    /// Reads what was missed; where that is much, only that it is. None where the database cannot be
    /// read: the reader comes again.
    async fn catch_up(&mut self) -> Option<String> {
        let (db, partner) = (self.ctx.db.reader(), self.caller.partner);
        let head = known(store::head(db, partner).await)?;
        if head - self.told > MOST_TOLD {
            self.told = head;
            return Some(block(head, &StreamEvent::gap()));
        }
        let most = u64::try_from(MOST_TOLD).unwrap_or_default();
        let events = known(store::after(db, partner, self.told, most).await)?;
        self.is_behind = false;
        let lines = events.iter().filter_map(|heard| self.take(heard));
        Some(lines.collect())
    }

    /// Whether the caller may still follow, read from the database. A token or key that ran out, was
    /// taken back or may no longer ends the stream, and so does a look that takes too long.
    async fn look_again(&mut self) -> Option<()> {
        let look = whose::watched(None, self.standing.caller(&self.ctx));
        let caller = tokio::time::timeout(LOOK_PATIENCE, look).await.ok()?.ok()?;
        caller.require(super::read_stream::Needs::PERMISSION).ok()?;
        let same = caller.partner == self.caller.partner && caller.client == self.caller.client;
        self.caller = caller;
        self.look_at = Instant::now() + LOOK_EVERY;
        same.then_some(())
    }

    /// A comment, and how far the reader is: nothing is read twice when it comes again.
    fn beat(&self) -> String {
        format!(": still here\nid: {}\n\n", self.told)
    }
}

fn begun(place: i64) -> String {
    format!("retry: {RETRY_MS}\nid: {place}\n\n")
}

fn known<T>(read: Result<T, sea_orm::DbErr>) -> Option<T> {
    read.inspect_err(|error| tracing::warn!("a stream ends, since it cannot read on: {error}"))
        .ok()
}
