use super::inbox::Inbox;
use super::list::ConversationList;
use super::new_message::NewMessage;
use super::thread_pane::ThreadPane;
use crate::components::{Button, EmptyState, Glyph, Icon, Look};
use crate::dom;
use crate::live::Live;
use crate::pages::dashboard;
use crate::route::Route;
use crate::session::Session;
use leptos::prelude::*;

/// Texts with customers: the list and a conversation side by side, or one after the other on a phone.
#[component]
pub fn Messages() -> AnyView {
    let session = Session::get();
    let Some(client) = dashboard::client(session) else {
        return ().into_any();
    };
    let inbox = Inbox::start(session, client);
    Live::get().hear(move |event| inbox.hear(event));
    let writing = RwSignal::new(false);
    let is_open = Memo::new(move |_| inbox.open.get().is_some());
    Effect::new(move |_| {
        if !is_open.get() {
            dom::set_title("Messages");
        }
    });
    // The one heading of the page is what one looks at: the list, or the conversation.
    let heading = move || {
        if is_open.get() {
            view! { <p class="text-xl font-semibold">"Messages"</p> }.into_any()
        } else {
            view! {
                <h1 tabindex="-1" class="outline-none">
                    "Messages"
                </h1>
            }
            .into_any()
        }
    };
    view! {
        <div class="flex h-[calc(100dvh-6.5rem)] min-h-96 flex-col sm:h-[calc(100dvh-7.5rem)]">
            <header
                class="mb-4 flex-wrap items-center justify-between gap-x-3 gap-y-2 lg:flex"
                class:flex=move || !is_open.get()
                class:hidden=move || is_open.get()
            >
                {heading}
                <div class="flex items-center gap-3">
                    <a class="btn btn-plain max-sm:btn-square" href=Route::TextingSettings.path()>
                        <Icon glyph=Glyph::Gear class="size-4" />
                        <span class="max-sm:sr-only">"Texting settings"</span>
                    </a>
                    {inbox
                        .may_write
                        .then(|| {
                            view! {
                                <Button
                                    label="New message"
                                    look=Look::Primary
                                    on_press=move || writing.set(true)
                                />
                            }
                        })}
                </div>
            </header>
            <div class="grid min-h-0 grow grid-cols-[minmax(0,1fr)] overflow-hidden rounded border border-hairline bg-base-100 lg:grid-cols-[22rem_minmax(0,1fr)]">
                <section
                    aria-label="Conversations"
                    class="min-h-0 flex-col border-hairline lg:flex lg:border-r"
                    class:flex=move || !is_open.get()
                    class:hidden=move || is_open.get()
                >
                    <ConversationList inbox on_new=move || writing.set(true) />
                </section>
                <section
                    aria-label="Conversation"
                    class="min-h-0 flex-col lg:flex"
                    class:flex=move || is_open.get()
                    class:hidden=move || !is_open.get()
                >
                    {move || match inbox.open.get() {
                        Some(id) => view! { <ThreadPane inbox id /> }.into_any(),
                        None => none_open(),
                    }}
                </section>
            </div>
        </div>
        <NewMessage inbox open=writing />
    }
    .into_any()
}

fn none_open() -> AnyView {
    view! {
        <div class="flex grow items-center justify-center">
            <EmptyState
                glyph=Glyph::Chat
                title="No conversation is open"
                detail="Choose one on the left to read it and to answer."
            />
        </div>
    }
    .into_any()
}
