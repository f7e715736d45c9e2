use crate::load::Paged;
use gangway_domain::wire::{Invite, MailState};
use leptos::prelude::*;
use std::time::Duration;

const ASK_AGAIN: Duration = Duration::from_secs(3);

/// Reads a list again while one of its mails is on its way.
pub fn follow_mails(invites: Paged<Invite>) {
    Effect::new(move |_| {
        let waiting = invites.rows.with(|rows| {
            rows.len() <= 25
                && rows
                    .iter()
                    .any(|invite| invite.mail == Some(MailState::Queued))
        });
        if !waiting {
            return;
        }
        let again = move || {
            if invites.rows.try_with_untracked(|_| ()).is_some() {
                invites.refresh();
            }
        };
        if let Ok(handle) = set_timeout_with_handle(again, ASK_AGAIN) {
            on_cleanup(move || handle.clear());
        }
    });
}
