//! What is typed saves itself, field by field.

use crate::times;
use gangway_api_client::{Client, Failure};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{CompanyInfoDraft, Draft, SaveInviteDraft};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::{Map, Value};
use std::mem;

/// After the last key.
const PAUSE_MS: u32 = 600;
/// After a save that did not come through.
const RETRY_MS: u32 = 5_000;

/// Where drafts go.
#[derive(Clone)]
pub enum Target {
    /// The set-up of a client: fields of Company Info, and `team`.
    SetUp(ClientId),
    /// The page of an invitation, by its token.
    Invite(String),
}

impl Target {
    async fn save(&self, api: &Client, mut fields: Map<String, Value>) -> Result<(), Failure> {
        match self {
            Self::SetUp(client) => {
                let team = fields
                    .remove("team")
                    .and_then(|team| serde_json::from_value(team).ok());
                let info = serde_json::from_value(Value::Object(fields)).ok();
                let company_info = info.filter(|info| *info != CompanyInfoDraft::default());
                let draft = Draft { company_info, team };
                api.save_draft(*client, &draft).await.map(|_| ())
            }
            Self::Invite(token) => {
                let mut text = |name| Some(fields.remove(name)?.as_str()?.to_owned());
                let draft = SaveInviteDraft {
                    token: token.clone(),
                    first_name: text("first_name"),
                    last_name: text("last_name"),
                };
                api.save_invite_draft(&draft).await
            }
        }
    }
}

/// How the last save fared.
#[derive(Clone, Default, PartialEq)]
enum Saving {
    #[default]
    Untouched,
    /// At this time on the viewer's clock.
    Saved(String),
    /// It is tried again by itself.
    Late,
}

struct Queue {
    api: Client,
    target: Target,
    pending: Map<String, Value>,
    /// Counts what was typed, so that an older pause does not save.
    typed: u32,
    sending: bool,
}

/// Saves fields a moment after they are typed, in order, one request at a time.
#[derive(Clone, Copy)]
pub struct Drafts {
    queue: StoredValue<Queue, LocalStorage>,
    saving: RwSignal<Saving>,
}

impl Drafts {
    /// Saves what is still pending when the page is left, hidden or reloaded.
    pub fn new(api: Client, target: Target) -> Self {
        let pending = Map::new();
        let queue = Queue {
            api,
            target,
            pending,
            typed: 0,
            sending: false,
        };
        let drafts = Self {
            queue: StoredValue::new_local(queue),
            saving: RwSignal::new(Saving::default()),
        };
        let leaving = ["pagehide", "visibilitychange"]
            .map(|event| window_event_listener_untyped(event, move |_| drafts.send(true)));
        on_cleanup(move || {
            for listener in leaving {
                listener.remove();
            }
            drafts.send(true);
        });
        drafts
    }

    /// A field was typed in.
    pub fn typed(self, field: &'static str, value: impl Into<Value>) {
        let value = value.into();
        self.queue.update_value(|queue| {
            queue.pending.insert(field.to_owned(), value);
        });
        self.save_after(PAUSE_MS);
    }

    /// A field was left: saves what is pending.
    pub fn save_now(self) {
        self.send(false);
    }

    fn send(self, leaving: bool) {
        let batch = self.queue.try_update_value(|queue| {
            if (queue.sending && !leaving) || queue.pending.is_empty() {
                return None;
            }
            queue.sending = true;
            Some((
                queue.api.clone(),
                queue.target.clone(),
                mem::take(&mut queue.pending),
            ))
        });
        let Some(Some((api, target, fields))) = batch else {
            return;
        };
        spawn_local(async move {
            let result = target.save(&api, fields.clone()).await;
            self.saved(result, fields);
        });
    }

    /// Saves what is pending and waits until it is sent, so that a submit comes after it.
    pub async fn settle(self) {
        self.save_now();
        while self.queue.try_with_value(|queue| queue.sending) == Some(true) {
            TimeoutFuture::new(20).await;
        }
    }

    fn save_after(self, ms: u32) {
        let mine = self.queue.try_update_value(|queue| {
            queue.typed += 1;
            queue.typed
        });
        spawn_local(async move {
            TimeoutFuture::new(ms).await;
            if self.queue.try_with_value(|queue| queue.typed) == mine && mine.is_some() {
                self.save_now();
            }
        });
    }

    fn saved(self, result: Result<(), Failure>, fields: Map<String, Value>) {
        let retry = result.as_ref().is_err_and(Failure::may_have_happened);
        let more = self.queue.try_update_value(|queue| {
            queue.sending = false;
            if retry {
                let newer = mem::replace(&mut queue.pending, fields);
                queue.pending.extend(newer);
            }
            !queue.pending.is_empty()
        });
        let state = match result {
            Ok(()) => Saving::Saved(times::clock(times::now())),
            Err(_) if retry => Saving::Late,
            // Refused: the form's own rules say why.
            Err(_) => Saving::Untouched,
        };
        self.saving.try_set(state);
        match more {
            Some(true) if retry => self.save_after(RETRY_MS),
            Some(true) => self.save_after(PAUSE_MS),
            _ => {}
        }
    }
}

/// "Saved 14:02".
#[component]
pub fn SavedNote(drafts: Drafts) -> impl IntoView {
    let words = move || match drafts.saving.get() {
        Saving::Untouched => String::new(),
        Saving::Saved(at) => format!("Saved {at}"),
        Saving::Late => "Not saved yet. Gangway tries again.".to_owned(),
    };
    view! { <p class="min-h-5 text-sm text-muted" role="status" aria-live="polite">{words}</p> }
}
