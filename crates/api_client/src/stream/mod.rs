//! What happens, as the server tells it for as long as one listens.

mod lines;

use crate::transport::Chunks;
use crate::{Call, Client, Failure};
use futures_util::future::{Either, select};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::StreamEvent;
use lines::Lines;
use std::collections::VecDeque;
use std::fmt;
use std::pin::pin;

/// A stream that is open. It ends when this is dropped.
pub struct EventStream {
    chunks: Chunks,
    lines: Lines,
    ready: VecDeque<Told>,
}

/// What a stream tells.
#[derive(Clone, Debug, PartialEq)]
pub enum Told {
    /// Something happened.
    Event(StreamEvent),
    /// Nothing did, but the stream is still there.
    Beat,
}

impl Client {
    /// Follows what happens; `since` is the last id of an earlier stream. A sign-in that ran out is
    /// refreshed once.
    pub async fn read_stream(&self, since: Option<&str>) -> Result<EventStream, Failure> {
        let call = Call::get("read_stream", "/api/v1/stream");
        let call = match since {
            Some(id) => call.header("last-event-id", id),
            None => call,
        };
        let token = self.access_token();
        let chunks = match self.open(&call, token.as_deref()).await {
            Err(failure) if failure.is(ProblemCode::NotSignedIn) => {
                self.refresh_after(token, failure).await?;
                self.open(&call, self.access_token().as_deref()).await?
            }
            opened => opened?,
        };
        Ok(EventStream {
            chunks,
            lines: Lines::since(since),
            ready: VecDeque::new(),
        })
    }
}

impl EventStream {
    /// What comes next; none once the stream has ended.
    pub async fn next(&mut self) -> Option<Told> {
        while self.ready.is_empty() {
            let chunk = self.chunks.next().await?;
            self.ready.extend(self.lines.take(&chunk));
        }
        self.ready.pop_front()
    }

    /// The same, unless the patience ends first; none then, and the stream is not to be read on.
    pub async fn next_within(&mut self, patience: impl Future<Output = ()>) -> Option<Told> {
        let (told, patience) = (pin!(self.next()), pin!(patience));
        match select(told, patience).await {
            Either::Left((told, _)) => told,
            Either::Right(((), _)) => None,
        }
    }

    /// The id to come again with.
    pub fn last_id(&self) -> Option<&str> {
        self.lines.last_id()
    }
}

impl fmt::Debug for EventStream {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("EventStream")
            .field("last_id", &self.last_id())
            .finish_non_exhaustive()
    }
}
