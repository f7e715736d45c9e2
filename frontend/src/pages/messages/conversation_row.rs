use super::inbox::Inbox;
use super::state::trouble;
use super::{number, title};
use crate::components::{Avatar, Glyph, Icon, RelativeTime};
use crate::route::Route;
use gangway_domain::wire::{Conversation, MessageBrief, MessageDirection};
use leptos::prelude::*;

/// A conversation as a line of the list: who, the newest text, when, and whether it was read.
pub(super) fn conversation_row(inbox: Inbox, talk: Conversation) -> AnyView {
    let id = talk.id;
    let is_unread = talk.unread > 0;
    let name = title(&talk);
    let phone = talk.name.as_ref().map(|_| {
        let number = number(&talk.customer_number);
        view! { <span class="block truncate text-xs text-muted">{number}</span> }
    });
    let weight = if is_unread { "font-semibold" } else { "" };
    let unread = is_unread.then(|| {
        view! {
            <span class="rounded-full bg-primary px-2 text-xs font-semibold text-primary-content">
                {talk.unread} <span class="sr-only">" unread"</span>
            </span>
        }
    });
    let current = move || inbox.open.get() == Some(id);
    let whole = name.clone();
    view! {
        <li>
            <a
                href=Route::Conversation(id).path()
                class="flex items-start gap-3 px-4 py-3 hover:bg-base-200"
                class:bg-base-200=current
                aria-current=move || current().then_some("true")
            >
                {face(&talk)}
                <span class="min-w-0 grow">
                    <span class="flex items-baseline justify-between gap-3">
                        <span class=format!("truncate text-sm {weight}") title=whole dir="auto">
                            {name}
                        </span>
                        <span class="shrink-0 text-xs text-muted">
                            <RelativeTime at=talk.last_message_at />
                        </span>
                    </span>
                    {phone}
                    <span class="mt-0.5 flex items-center justify-between gap-3">
                        <span class=format!("flex min-w-0 items-center text-sm {weight}")>
                            {talk.last_message.map(newest)}
                        </span>
                        {unread}
                    </span>
                </span>
            </a>
        </li>
    }
    .into_any()
}

/// Initials; of a customer without a name, a phone.
fn face(talk: &Conversation) -> AnyView {
    match talk.name.clone() {
        Some(name) => view! { <Avatar name=Signal::stored(name) /> }.into_any(),
        None => view! {
            <span class="inline-flex size-8 shrink-0 items-center justify-center rounded-full bg-base-300">
                <Icon glyph=Glyph::Phone class="size-4" />
            </span>
        }
        .into_any(),
    }
}

/// The newest text, and whether it is in trouble.
fn newest(last: MessageBrief) -> AnyView {
    let mark = trouble(last.state).map(|words| {
        view! {
            <Icon glyph=Glyph::Warning class="mr-1 size-4 shrink-0 text-error" />
            <span class="sr-only">{format!("{words}: ")}</span>
        }
    });
    let by = (last.direction == MessageDirection::Out).then(|| {
        view! { <span class="shrink-0 whitespace-pre text-muted">"You: "</span> }
    });
    view! {
        {mark}
        {by}
        <span class="truncate" dir="auto">{last.body}</span>
    }
    .into_any()
}
