use super::quick_reply::{QuickReplyDialog, row};
use crate::components::{
    BeingEdited, Button, Confirm, Editing, EmptyState, Glyph, ListStates, Look, Question,
};
use crate::load::{Paged, reading_pages};
use crate::session::Session;
use gangway_api_client::List;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::QuickReply;
use leptos::prelude::*;

/// What the parts of the list share.
#[derive(Clone, Copy)]
pub(super) struct RepliesPage {
    pub session: Session,
    pub client: ClientId,
    pub replies: Paged<QuickReply>,
    pub question: RwSignal<Option<Question>>,
    /// What the dialog is open for.
    pub edit: BeingEdited<QuickReply>,
}

/// Texts prepared for answers.
#[component]
pub(super) fn QuickReplies(client: ClientId) -> AnyView {
    let page = RepliesPage {
        session: Session::get(),
        client,
        replies: Paged::start(reading_pages(move |api, list| async move {
            let list = List {
                limit: Some(100),
                ..list
            };
            api.list_quick_replies(client, list).await
        })),
        question: RwSignal::new(None),
        edit: RwSignal::new(None),
    };
    let (replies, open) = (page.replies, move || page.edit.set(Some(Editing::New)));
    view! {
        <div class="mb-4 flex flex-wrap items-start justify-between gap-3">
            <p class="max-w-xl text-sm text-muted">
                "Answers you give often. Choose one in a conversation, change it where needed, and send it."
            </p>
            <Button label="New quick reply" icon=Glyph::Plus look=Look::Primary on_press=open />
        </div>
        <ListStates
            state=replies.state()
            on_retry=move || replies.restart()
            on_more=move || replies.more()
            empty=|| {
                view! {
                    <EmptyState
                        glyph=Glyph::Send
                        title="No quick replies yet"
                        detail="Such as your opening hours, how to find you, or what to bring."
                    />
                }
            }
        >
            <ul class="divide-y divide-hairline">
                <For
                    each=move || replies.rows.get()
                    key=|reply| (reply.id, reply.updated_at)
                    children=move |reply| row(page, reply)
                />
            </ul>
        </ListStates>
        <QuickReplyDialog page />
        <Confirm question=page.question />
    }
    .into_any()
}
