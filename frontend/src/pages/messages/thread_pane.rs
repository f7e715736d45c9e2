use super::bubble::bubble;
use super::composer::Composer;
use super::inbox::Inbox;
use super::resend::Resend;
use super::thread::Thread;
use super::thread_head::ThreadHead;
use crate::components::{Button, Confirm, EmptyState, FailureAlert, Glyph};
use crate::dom;
use crate::live::Live;
use crate::load::ListState;
use crate::route::Route;
use crate::times;
use gangway_domain::ids::ConversationId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Message;
use leptos::html;
use leptos::prelude::*;

/// How near the end, in pixels, one still reads along.
const NEAR: i32 = 120;

/// A conversation: who, the texts, and where to answer.
#[component]
pub(super) fn ThreadPane(inbox: Inbox, id: ConversationId) -> AnyView {
    let thread = Thread::start(inbox, id);
    Live::get().hear(move |event| thread.hear(event));
    let seen = window_event_listener_untyped("visibilitychange", move |_| {
        untrack(|| thread.note_read());
    });
    on_cleanup(move || seen.remove());
    // One that was opened by its address is shown beside the folder it is in.
    Effect::new(move |known: Option<bool>| {
        let archived = thread.talk.value().map(|read| read.value.archived);
        if let (Some(archived), None | Some(false)) = (archived, known) {
            inbox.show_folder(archived);
        }
        known.unwrap_or_default() || archived.is_some()
    });
    let gone = Memo::new(move |_| match thread.talk.state.get() {
        crate::load::Loaded::Failed(failure) => failure.is(ProblemCode::NotFound),
        _ => false,
    });
    (move || {
        if gone.get() {
            return not_there();
        }
        view! {
            <ThreadHead thread />
            <Texts thread />
            <Composer thread />
        }
        .into_any()
    })
    .into_any()
}

fn not_there() -> AnyView {
    view! {
        <div class="flex grow items-center justify-center">
            <EmptyState
                glyph=Glyph::Search
                title="This conversation is not there"
                detail="It may belong to another company of yours: switch at the top."
            >
                <a class="btn btn-plain" href=Route::Messages.path()>
                    "Go to the inbox"
                </a>
            </EmptyState>
        </div>
    }
    .into_any()
}

/// The texts, oldest first, by day.
#[component]
fn Texts(thread: Thread) -> AnyView {
    let node = NodeRef::<html::Div>::new();
    keep_at_end(thread, node);
    let state = thread.texts.state();
    let resend = Resend::new(thread);
    let lines = move || oldest_first(thread.texts.rows.get());
    let earlier = move || {
        let (more, busy) = match state.get() {
            ListState::Ready { more, busy } => (more, busy),
            _ => (false, false),
        };
        more.then(|| {
            view! {
                <div class="mb-4 flex justify-center">
                    <Button
                        label="Show earlier texts"
                        busy_label="Reading…"
                        busy=Signal::stored(busy)
                        small=true
                        on_press=move || thread.texts.more()
                    />
                </div>
            }
        })
    };
    let kind = Memo::new(move |_| match state.get() {
        ListState::Loading => Kind::Loading,
        ListState::Failed(failure) => Kind::Failed(failure),
        ListState::Empty | ListState::Ready { .. } => Kind::There,
    });
    view! {
        <div
            node_ref=node
            class="min-h-0 grow overflow-y-auto px-4 py-4 sm:px-6"
            role="log"
            aria-label="Texts"
            tabindex="0"
        >
            {move || match kind.get() {
                Kind::Loading => skeleton(),
                Kind::Failed(failure) => {
                    view! {
                        <FailureAlert
                            failure=Some(failure)
                            on_retry=Callback::new(move |()| thread.texts.restart())
                        />
                    }
                        .into_any()
                }
                Kind::There => {
                    view! {
                        {earlier}
                        <ol class="space-y-3">
                            <For
                                each=lines
                                key=|(text, day)| {
                                    (text.id, text.state, text.detail.clone(), text.resent_as, day.clone())
                                }
                                children=move |(text, day)| bubble(text, day, resend)
                            />
                        </ol>
                    }
                        .into_any()
                }
            }}
        </div>
        <Confirm question=resend.question />
    }
    .into_any()
}

#[derive(Clone, PartialEq)]
enum Kind {
    Loading,
    Failed(gangway_api_client::Failure),
    There,
}

/// Texts oldest first, the first of each day with that day.
fn oldest_first(newest_first: Vec<Message>) -> Vec<(Message, Option<String>)> {
    let mut last = String::new();
    let with_day = |text: Message| {
        let day = times::day_name(text.created_at);
        let is_first = day != last;
        last.clone_from(&day);
        (text, is_first.then_some(day))
    };
    newest_first.into_iter().rev().map(with_day).collect()
}

/// Shows the newest text at first, and what comes while one reads along; what is read further up stays
/// where it is when earlier texts are added.
fn keep_at_end(thread: Thread, node: NodeRef<html::Div>) {
    Effect::new(move |before: Option<Ends>| {
        let now = Ends::of(&thread.texts.rows.get());
        let Some(log) = node.get() else {
            return Ends::default();
        };
        let before = before.unwrap_or_default();
        let (height, from_end) = (
            log.scroll_height(),
            log.scroll_height() - log.scroll_top() - log.client_height(),
        );
        let begins = before == Ends::default();
        let own = now.newest != before.newest && now.newest_is_own;
        if begins || own || from_end < NEAR {
            dom::soon(move || log.set_scroll_top(log.scroll_height()));
        } else if now.oldest != before.oldest && now.newest == before.newest {
            let top = log.scroll_top();
            dom::soon(move || log.set_scroll_top(top + log.scroll_height() - height));
        }
        now
    });
}

/// Which texts stand at the ends of the list.
#[derive(Default, PartialEq)]
struct Ends {
    oldest: Option<gangway_domain::ids::MessageId>,
    newest: Option<gangway_domain::ids::MessageId>,
    newest_is_own: bool,
}

impl Ends {
    fn of(newest_first: &[Message]) -> Self {
        use gangway_domain::wire::MessageDirection;
        let newest = newest_first.first();
        Self {
            oldest: newest_first.last().map(|text| text.id),
            newest: newest.map(|text| text.id),
            newest_is_own: newest.is_some_and(|text| text.direction == MessageDirection::Out),
        }
    }
}

fn skeleton() -> AnyView {
    view! {
        <div role="status" class="space-y-4">
            <span class="sr-only">"Loading…"</span>
            <div class="skeleton-line h-12 w-1/2"></div>
            <div class="skeleton-line ml-auto h-12 w-2/5"></div>
            <div class="skeleton-line h-12 w-3/5"></div>
        </div>
    }
    .into_any()
}
