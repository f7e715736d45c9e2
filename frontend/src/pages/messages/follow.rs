//! Reads the stream for as long as one acts at a place, and has the unread conversations counted.

use crate::live::{self, Live, Standing};
use crate::pages::dashboard;
use crate::session::Session;
use gangway_api_client::{Client, EventStream, Failure, List, Told};
use gangway_domain::ids::ClientId;
use gangway_domain::roles::Permission;
use gangway_domain::wire::StreamEvent;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::cell::Cell;
use std::rc::Rc;

/// Longer than two of the server's comments are apart: nothing for so long, and the connection is gone.
const PATIENCE_MS: u32 = 35_000;
const FIRST_WAIT_MS: u32 = 1_000;
/// How often pages read again while there is no stream.
const LONGEST_WAIT_MS: u32 = 15_000;
/// Comments, ten seconds apart, until a page that nobody looks at gives its connection back.
const HIDDEN_BEATS: u32 = 6;
/// What happens in quick succession is counted once.
const COUNT_AFTER_MS: u32 = 250;

/// Begins to follow, unless the place is followed already.
pub fn follow() {
    let session = Session::get();
    let Some(live) = Live::find() else {
        return;
    };
    let Some(client) = dashboard::client(session) else {
        return;
    };
    if session.can(Permission::ReadMessages) && live.begin() {
        let follower = Follower {
            api: session.api(),
            client,
            live,
            counting: Rc::default(),
        };
        follower.count();
        spawn_local(follower.run());
    }
}

/// Whether an event is about texts, or stands for others that may be.
pub(super) fn is_about_texts(event: &StreamEvent) -> bool {
    let noun = event.kind.split('.').next().unwrap_or_default();
    event.is_gap() || matches!(noun, "message" | "conversation" | "consent")
}

#[derive(Clone)]
struct Follower {
    api: Client,
    client: ClientId,
    live: Live,
    counting: Rc<Cell<bool>>,
}

impl Follower {
    async fn run(self) {
        let (mut since, mut wait_ms) = (None::<String>, FIRST_WAIT_MS);
        loop {
            self.until_seen().await;
            match self.api.read_stream(since.as_deref()).await {
                Ok(mut stream) => {
                    if self.live.standing.try_set(Standing::Live).is_some() {
                        return;
                    }
                    // What pages read before the stream began may have changed meanwhile.
                    if since.is_none() {
                        self.tell(&StreamEvent::gap());
                    }
                    if self.listen(&mut stream).await > 0 {
                        wait_ms = FIRST_WAIT_MS;
                    }
                    since = stream.last_id().map(str::to_owned).or(since);
                }
                Err(failure) if is_final(&failure) => return,
                Err(_) => {
                    if self.live.standing.try_set(Standing::Asking).is_some() {
                        return;
                    }
                    self.tell(&StreamEvent::gap());
                }
            }
            if !self.live.is_there() {
                return;
            }
            TimeoutFuture::new(wait_ms).await;
            wait_ms = (wait_ms * 2).min(LONGEST_WAIT_MS);
        }
    }

    /// Hands on what is told until the stream ends; gives how much was.
    async fn listen(&self, stream: &mut EventStream) -> u32 {
        let (mut told, mut hidden) = (0, 0);
        while let Some(next) = stream.next_within(TimeoutFuture::new(PATIENCE_MS)).await {
            told += 1;
            hidden = if live::is_hidden() { hidden } else { 0 };
            match next {
                Told::Event(event) => self.tell(&event),
                Told::Beat if live::is_hidden() => hidden += 1,
                Told::Beat => {}
            }
            if hidden >= HIDDEN_BEATS || !self.live.is_there() {
                break;
            }
        }
        told
    }

    /// Browsers have few connections for all tabs together: one that nobody looks at needs none.
    async fn until_seen(&self) {
        while live::is_hidden() && self.live.is_there() {
            TimeoutFuture::new(FIRST_WAIT_MS).await;
        }
    }

    fn tell(&self, event: &StreamEvent) {
        if self.live.tell(event) && is_about_texts(event) {
            self.count();
        }
    }

    /// Counts the unread conversations, shortly.
    fn count(&self) {
        if self.counting.replace(true) {
            return;
        }
        let this = self.clone();
        spawn_local(async move {
            TimeoutFuture::new(COUNT_AFTER_MS).await;
            this.counting.set(false);
            let wanted = List {
                limit: Some(1),
                count: true,
                filters: vec![
                    ("unread", "true".to_owned()),
                    ("archived", "false".to_owned()),
                ],
                ..List::default()
            };
            // Where it cannot be counted the last number stays.
            if let Ok(page) = this.api.list_conversations(this.client, wanted).await {
                this.live.unread.try_set(page.total);
            }
        });
    }
}

/// Whether it makes no sense to come again: signed out, or may no longer.
fn is_final(failure: &Failure) -> bool {
    matches!(failure, Failure::Problem(problem) if matches!(problem.status, 401 | 403 | 404))
}
