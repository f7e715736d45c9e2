use super::about::About;
use super::edit::edit;
use super::thread::Thread;
use super::{number, title};
use crate::components::{Glyph, Icon, Menu, MenuItem, Toasts};
use crate::dom;
use crate::pages::activity::download;
use gangway_domain::wire::{Conversation, UpdateConversation};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Who the conversation is with, their note, and what one can do with it.
#[component]
pub(super) fn ThreadHead(thread: Thread) -> AnyView {
    let talk = Memo::new(move |_| thread.shown());
    let about = RwSignal::new(false);
    let name = Memo::new(move |_| {
        let named = talk.with(|talk| talk.as_ref().map(title));
        named.unwrap_or_else(|| "Conversation".to_owned())
    });
    Effect::new(move |_| dom::set_title(&name.get()));
    let detail = Memo::new(move |_| {
        talk.with(|talk| {
            let talk = talk.as_ref()?;
            // A number stays on one line.
            let whole = |e164: &str| number(e164).replace(' ', "\u{a0}");
            let with = talk.name.as_ref().map(|_| whole(&talk.customer_number));
            let through = format!("through {}", whole(&talk.company_number));
            Some(with.map_or(through.clone(), |with| format!("{with}, {through}")))
        })
    });
    let note = Memo::new(move |_| talk.with(|talk| talk.as_ref()?.note.clone()));
    let flags = Memo::new(move |_| {
        talk.with(|talk| talk.as_ref().map(|talk| (talk.archived, talk.unread > 0)))
    });
    let items = Signal::derive(move || items(thread, flags.get(), about));
    view! {
        <header class="flex items-start gap-3 border-b border-hairline px-4 py-3 sm:px-6">
            <a
                href=move || thread.inbox.folder().path()
                class="btn btn-ghost btn-sm btn-square -ml-2 lg:hidden"
                aria-label="Back to the list"
            >
                <Icon glyph=Glyph::ArrowLeft />
            </a>
            <div class="min-w-0 grow">
                <h1
                    tabindex="-1"
                    class="line-clamp-2 text-left text-lg outline-none"
                    dir="auto"
                    title=move || name.get()
                >
                    {move || name.get()}
                </h1>
                <p class="text-sm text-muted">{move || detail.get()}</p>
                {move || {
                    note.get()
                        .map(|note| {
                            view! {
                                <p class="mt-2 flex max-h-24 gap-2 overflow-y-auto whitespace-pre-wrap text-sm">
                                    <Icon glyph=Glyph::Note class="mt-0.5 size-4 text-muted" />
                                    <span class="min-w-0">
                                        <span class="sr-only">"Note: "</span>
                                        <span class="block" dir="auto">{note}</span>
                                    </span>
                                </p>
                            }
                        })
                }}
            </div>
            <Menu label="Actions for this conversation" items>
                <Icon glyph=Glyph::More />
            </Menu>
        </header>
        <About thread open=about />
    }
    .into_any()
}

fn items(thread: Thread, flags: Option<(bool, bool)>, about: RwSignal<bool>) -> Vec<MenuItem> {
    let mut items = Vec::new();
    if let Some((archived, _)) = flags.filter(|_| thread.inbox.may_write) {
        items.push(MenuItem::new(Glyph::Note, "Name and note", move || {
            about.set(true);
        }));
        items.push(MenuItem::new(Glyph::Mail, "Mark unread", move || {
            thread.stays_unread.set_value(true);
            let body = UpdateConversation {
                unread: Some(true),
                ..UpdateConversation::default()
            };
            put_aside(thread, body, |name| format!("{name} is marked unread"));
        }));
        let (glyph, label) = if archived {
            (Glyph::Chat, "Move to inbox")
        } else {
            (Glyph::Archive, "Archive")
        };
        items.push(MenuItem::new(glyph, label, move || {
            let body = UpdateConversation {
                archived: Some(!archived),
                ..UpdateConversation::default()
            };
            put_aside(thread, body, move |name| {
                if archived {
                    format!("{name} is back in the inbox")
                } else {
                    format!("{name} is archived. A new text brings it back.")
                }
            });
        }));
    }
    for (format, label) in [("text", "Download as text"), ("csv", "Download as CSV")] {
        items.push(MenuItem::new(Glyph::Download, label, move || {
            save(thread, format);
        }));
    }
    items
}

/// Changes the conversation, goes back to the list and says what was done.
fn put_aside(thread: Thread, body: UpdateConversation, words: impl Fn(String) -> String + 'static) {
    let inbox = thread.inbox;
    let (api, client, id) = (inbox.session.api(), inbox.client, thread.id);
    spawn_local(async move {
        match edit(&api, client, id, &body).await {
            Ok(read) => {
                Toasts::get().say(words(title(&read.value)));
                inbox.put(read.value);
                if inbox.open.try_get_untracked() == Some(Some(id)) {
                    inbox.folder().go();
                }
            }
            Err(failure) => {
                thread.stays_unread.try_set_value(false);
                Toasts::get().fail(&failure);
            }
        }
    });
}

fn save(thread: Thread, format: &'static str) {
    let inbox = thread.inbox;
    let (api, client, id) = (inbox.session.api(), inbox.client, thread.id);
    let talk: Option<Conversation> = untrack(|| thread.shown());
    spawn_local(async move {
        let digits = talk.map(|talk| talk.customer_number.replace('+', ""));
        let name = format!("conversation-{}", digits.unwrap_or_default());
        let (file, media) = match format {
            "csv" => (format!("{name}.csv"), "text/csv"),
            _ => (format!("{name}.txt"), "text/plain"),
        };
        match api.download_conversation(client, id, format).await {
            Ok(bytes) => download(&file, media, &bytes),
            Err(failure) => Toasts::get().fail(&failure),
        }
    });
}
