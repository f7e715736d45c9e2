use crate::load::{Load, Loaded};
use gangway_api_client::Client;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Installation;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// While Gangway looks at the page.
const SOON_MS: u32 = 1_000;
/// While the first visitor is waited for, and after.
const LATER_MS: u32 = 5_000;

/// Asks again and again, as long as the page is there: what changes shows by itself.
pub fn keep_asking(known: Load<Installation>, api: Client, client: ClientId) {
    spawn_local(async move {
        loop {
            let Some(pause_ms) = known.state.try_with_untracked(pause) else {
                return;
            };
            TimeoutFuture::new(pause_ms).await;
            let Some(before) = known.state.try_get_untracked() else {
                return;
            };
            // An answer that is lost is asked for again.
            if let (Loaded::Ready(before), Ok(now)) = (before, api.read_installation(client).await)
                && before != now
                && is_still(known, &before)
            {
                known.set(now);
            }
        }
    });
}

fn pause(state: &Loaded<Installation>) -> u32 {
    match state {
        Loaded::Ready(known) if known.check.as_ref().is_some_and(|c| c.finding.is_none()) => {
            SOON_MS
        }
        _ => LATER_MS,
    }
}

/// A look that was asked for meanwhile is newer than the answer.
fn is_still(known: Load<Installation>, before: &Installation) -> bool {
    let same = |state: &Loaded<Installation>| matches!(state, Loaded::Ready(now) if now == before);
    known.state.try_with_untracked(same) == Some(true)
}
