use super::conversation_row::conversation_row;
use super::inbox::Inbox;
use crate::components::{Button, EmptyState, Glyph, Icon, ListStates, SearchBox};
use crate::live::{Live, Standing};
use crate::route::Route;
use gangway_domain::wire::Conversation;
use leptos::prelude::*;

/// The conversations of a folder, the newest text first.
#[component]
pub(super) fn ConversationList(inbox: Inbox, #[prop(into)] on_new: Callback<()>) -> AnyView {
    let list = inbox.list;
    let empty = move || {
        match (inbox.q.with(String::is_empty), inbox.archived.get()) {
        (false, _) => view! {
            <EmptyState
                glyph=Glyph::Search
                title="Nothing found"
                detail="Search for part of a name, a number or a note."
            />
        }
        .into_any(),
        (true, true) => view! {
            <EmptyState
                glyph=Glyph::Archive
                title="Nothing is archived"
                detail="Archive a conversation that is done. A new text brings it back to the inbox."
            />
        }
        .into_any(),
        (true, false) => no_texts(inbox, on_new),
    }
    };
    view! {
        <div class="space-y-3 border-b border-hairline p-3">
            <Folders inbox />
            <SearchBox label="Search conversations" q=inbox.q />
        </div>
        <div class="min-h-0 grow overflow-y-auto [&>div:first-child]:rounded-none [&>div:first-child]:border-0 [&>div+div]:mb-4">
            <ListStates
                state=list.state()
                on_retry=move || list.restart()
                on_more=move || list.more()
                empty
                rows=6
            >
                <ul class="divide-y divide-hairline" aria-label="Conversations">
                    <For
                        each=move || list.rows.get()
                        key=as_shown
                        children=move |talk| conversation_row(inbox, talk)
                    />
                </ul>
            </ListStates>
        </div>
        <Connection />
    }
    .into_any()
}

/// What a line shows of a conversation: where it changes, the line is made anew.
fn as_shown(talk: &Conversation) -> impl Eq + std::hash::Hash + use<> {
    let state = talk.last_message.as_ref().map(|last| last.state);
    (
        talk.id,
        talk.name.clone(),
        talk.unread,
        talk.last_message_at,
        state,
    )
}

fn no_texts(inbox: Inbox, on_new: Callback<()>) -> AnyView {
    let button = inbox.may_write.then(|| {
        view! { <Button label="New message" on_press=on_new /> }
    });
    view! {
        <EmptyState
            glyph=Glyph::Chat
            title="No texts yet"
            detail="Texts from customers, and from visitors of your website, show up here."
        >
            {button}
        </EmptyState>
    }
    .into_any()
}

/// Inbox and archive, as two pages.
#[component]
fn Folders(inbox: Inbox) -> AnyView {
    let unread = Live::get().unread;
    let link = move |route: Route, label: &'static str, glyph: Glyph, archived: bool| {
        let current = move || inbox.archived.get() == archived;
        let count = move || {
            let count = unread.get().filter(|count| !archived && *count > 0)?;
            Some(view! {
                <span class="text-xs">{in_thousands(count)} <span class="sr-only">" unread"</span></span>
            })
        };
        view! {
            <a
                href=route.path()
                class="flex grow items-center justify-center gap-2 rounded px-3 py-1.5 text-sm"
                class:bg-base-100=current
                class:font-semibold=current
                class:shadow-card=current
                class:text-muted=move || !current()
                aria-current=move || current().then_some("page")
            >
                <Icon glyph class="size-4" />
                {label}
                {count}
            </a>
        }
    };
    view! {
        <nav aria-label="Folders" class="flex gap-1 rounded bg-base-200 p-1">
            {link(Route::Messages, "Inbox", Glyph::Chat, false)}
            {link(Route::ArchivedMessages, "Archived", Glyph::Archive, true)}
        </nav>
    }
    .into_any()
}

/// A number with a comma between thousands.
fn in_thousands(count: u64) -> String {
    match (count / 1_000, count % 1_000) {
        (0, rest) => rest.to_string(),
        (thousands, rest) => format!("{},{rest:03}", in_thousands(thousands)),
    }
}

/// Says so where what is shown may be some seconds old.
#[component]
fn Connection() -> AnyView {
    let standing = Live::get().standing;
    let words = move || {
        (standing.get() == Standing::Asking).then(|| {
            view! {
                <p class="border-t border-hairline px-4 py-2 text-xs text-muted">
                    "New texts show up with a delay: the live connection is interrupted."
                </p>
            }
        })
    };
    view! { <div role="status">{words}</div> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b30_many_unread_conversations_are_counted_in_thousands() {
        for (count, words) in [
            (0, "0"),
            (999, "999"),
            (1_000, "1,000"),
            (10_050, "10,050"),
            (1_234_567, "1,234,567"),
        ] {
            assert_eq!(in_thousands(count), words);
        }
    }
}
