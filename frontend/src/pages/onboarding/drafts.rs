//! What is typed saves itself, field by field.

use super::leaving;
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

/// The field of Invite Team; all others of the set-up are Company Info's.
pub(super) const TEAM: &str = "team";

/// Where drafts go.
#[derive(Clone)]
pub enum Target {
    /// The set-up of a client: fields of Company Info, and `team`.
    SetUp(ClientId),
    /// The page of an invitation, by its token.
    Invite(String),
}

impl Target {
    /// Tells targets apart. Of an invitation's token no more than that takes.
    pub(super) fn name(&self) -> String {
        match self {
            Self::SetUp(client) => format!("set-up {client}"),
            Self::Invite(token) => {
                let end = token.len().saturating_sub(8);
                format!("invitation {}", token.get(end..).unwrap_or_default())
            }
        }
    }

    async fn save(&self, api: &Client, mut fields: Map<String, Value>) -> Result<(), Failure> {
        match self {
            Self::SetUp(client) => {
                let draft = set_up_draft(fields);
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

fn set_up_draft(mut fields: Map<String, Value>) -> Draft {
    let team = fields
        .remove(TEAM)
        .and_then(|team| serde_json::from_value(team).ok());
    let info = serde_json::from_value(Value::Object(fields)).ok();
    let company_info = info.filter(|info| *info != CompanyInfoDraft::default());
    Draft { company_info, team }
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
    /// Everything typed since the page was opened, and what was typed right before that.
    known: Map<String, Value>,
    pending: Map<String, Value>,
    /// On their way, so the server may not have them yet.
    sent: Map<String, Value>,
    /// Requests that are not answered.
    sending: u32,
    /// Counts what was typed, so that an older pause does not save.
    typed: u32,
}

/// Saves fields a moment after they are typed, in order, one request at a time.
#[derive(Clone, Copy)]
pub struct Drafts {
    queue: StoredValue<Queue, LocalStorage>,
    saving: RwSignal<Saving>,
}

impl Drafts {
    /// Saves what is still pending when the page is left, hidden or reloaded; goes on with what
    /// the page before could not see through.
    pub fn new(api: Client, target: Target) -> Self {
        let before = leaving::take(&target);
        let queue = Queue {
            api,
            target,
            known: before.clone(),
            pending: before,
            sent: Map::new(),
            sending: 0,
            typed: 0,
        };
        let drafts = Self {
            queue: StoredValue::new_local(queue),
            saving: RwSignal::new(Saving::default()),
        };
        let leaving = ["pagehide", "visibilitychange"]
            .map(|event| window_event_listener_untyped(event, move |_| drafts.leave()));
        on_cleanup(move || {
            for listener in leaving {
                listener.remove();
            }
            drafts.send(true);
        });
        drafts.save_after(PAUSE_MS);
        drafts
    }

    /// What was typed into a field, if anything was: the server's answer may be older.
    pub fn typed_in(self, field: &str) -> Option<String> {
        let known = |queue: &Queue| Some(queue.known.get(field)?.as_str()?.to_owned());
        self.queue.with_value(known)
    }

    /// What was typed in the set-up, to stand over what was kept when it was opened.
    pub fn typed_in_set_up(self) -> Draft {
        set_up_draft(self.queue.with_value(|queue| queue.known.clone()))
    }

    /// Company Info has been submitted: from now on the server knows better. The team is still typed.
    pub fn company_info_submitted(self) {
        self.queue.try_update_value(|queue| {
            for fields in [&mut queue.known, &mut queue.pending] {
                fields.retain(|field, _| field == TEAM);
            }
        });
    }

    /// A field was typed in.
    pub fn typed(self, field: &'static str, value: impl Into<Value>) {
        let value = value.into();
        self.queue.update_value(|queue| {
            queue.known.insert(field.to_owned(), value.clone());
            queue.pending.insert(field.to_owned(), value);
        });
        self.save_after(PAUSE_MS);
    }

    /// A field was left: saves what is pending.
    pub fn save_now(self) {
        self.send(false);
    }

    fn leave(self) {
        self.send(true);
        self.queue.try_with_value(|queue| {
            if !queue.sent.is_empty() {
                leaving::keep(&queue.target, &queue.sent);
            }
        });
    }

    fn send(self, leaving: bool) {
        let batch = self.queue.try_update_value(|queue| {
            let busy = queue.sending > 0 && !leaving;
            let fields = if busy {
                Map::new()
            } else {
                mem::take(&mut queue.pending)
            };
            queue.sent.extend(fields.clone());
            (!fields.is_empty()).then(|| {
                queue.sending += 1;
                (queue.api.clone(), queue.target.clone(), fields)
            })
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
        while self.queue.try_with_value(|queue| queue.sending > 0) == Some(true) {
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
            queue.sending -= 1;
            if retry {
                let newer = mem::replace(&mut queue.pending, fields);
                queue.pending.extend(newer);
            }
            if queue.sending == 0 {
                queue.sent.clear();
            }
            queue.sending > 0 || !queue.pending.is_empty()
        });
        // Also where the page is gone by now.
        if !retry && more != Some(true) {
            leaving::forget();
        }
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
