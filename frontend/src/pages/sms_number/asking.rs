use crate::load::{Load, Loaded};
use gangway_api_client::Client;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{SmsNumber, SmsNumberState};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

const EVERY_MS: u32 = 1_000;

/// Asks each second while a number is being found, as long as the page is there.
pub fn keep_asking(number: Load<SmsNumber>, api: Client, client: ClientId) {
    let searching = Memo::new(move |_| is_searching(&number.state.get()));
    Effect::new(move |_| {
        if !searching.get() {
            return;
        }
        let api = api.clone();
        spawn_local(async move {
            loop {
                TimeoutFuture::new(EVERY_MS).await;
                if searching.try_get_untracked() != Some(true) {
                    return;
                }
                // An answer that is lost is asked for again.
                if let Ok(now) = api.read_sms_number(client).await
                    && now.state != SmsNumberState::Searching
                {
                    number.set(now);
                }
            }
        });
    });
}

fn is_searching(state: &Loaded<SmsNumber>) -> bool {
    matches!(state, Loaded::Ready(number) if number.state == SmsNumberState::Searching)
}
