//! The conversations that the page shows, kept as they are now.

use super::follow::is_about_texts;
use crate::load::{Load, Paged};
use crate::route::{self, Route};
use crate::session::Session;
use gangway_api_client::List;
use gangway_domain::ids::{ClientId, ConversationId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{Conversation, QuickReply, StreamEvent};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::collections::HashMap;

/// The conversations of a client, and what was typed in each and not sent.
#[derive(Clone, Copy)]
pub(super) struct Inbox {
    pub session: Session,
    pub client: ClientId,
    /// Whether the archive is shown.
    pub archived: RwSignal<bool>,
    /// What is searched for.
    pub q: RwSignal<String>,
    pub list: Paged<Conversation>,
    /// The conversation that is open.
    pub open: Memo<Option<ConversationId>>,
    /// Texts that are written again and again.
    pub quick_replies: Load<Vec<QuickReply>>,
    /// Whether one may write, and not only read.
    pub may_write: bool,
    drafts: StoredValue<HashMap<ConversationId, String>>,
}

impl Inbox {
    /// Starts reading the folder that the address names.
    pub fn start(session: Session, client: ClientId) -> Self {
        let archived = RwSignal::new(untrack(route::here) == Route::ArchivedMessages);
        let q = RwSignal::new(String::new());
        let list = Paged::<Conversation>::start(move |cursor| {
            let api = session.api();
            let list = List {
                cursor,
                q: Some(q.get_untracked()),
                filters: vec![("archived", archived.get_untracked().to_string())],
                ..List::default()
            };
            Box::pin(async move { api.list_conversations(client, list).await })
        });
        let quick_replies = Load::start(move || {
            let api = session.api();
            let all = List {
                limit: Some(100),
                ..List::default()
            };
            Box::pin(async move { Ok(api.list_quick_replies(client, all).await?.data) })
        });
        let inbox = Self {
            session,
            client,
            archived,
            q,
            list,
            open: Memo::new(|_| match route::here() {
                Route::Conversation(id) => Some(id),
                _ => None,
            }),
            quick_replies,
            may_write: session.can(Permission::WriteMessages),
            drafts: StoredValue::new(HashMap::new()),
        };
        inbox.follow_address();
        inbox
    }

    fn follow_address(self) {
        Effect::new(move |_| match route::here() {
            Route::Messages => self.show_folder(false),
            Route::ArchivedMessages => self.show_folder(true),
            _ => {}
        });
        Effect::new(move |before: Option<String>| {
            let q = self.q.get();
            if before.is_some_and(|before| before != q) {
                self.list.refresh();
            }
            q
        });
    }

    /// Shows the archive or the inbox beside what is open.
    pub fn show_folder(self, archived: bool) {
        if self.archived.get_untracked() != archived {
            self.archived.set(archived);
            self.list.restart();
        }
    }

    /// The folder's own page.
    pub fn folder(self) -> Route {
        if self.archived.get_untracked() {
            Route::ArchivedMessages
        } else {
            Route::Messages
        }
    }

    /// Takes in what happened.
    pub fn hear(self, event: &StreamEvent) {
        if event.is_gap() || event.kind.starts_with("quick_reply.") {
            self.quick_replies.refresh();
        }
        if !is_about_texts(event) || event.client_id.is_some_and(|client| client != self.client) {
            return;
        }
        match event.conversation_id {
            Some(id) => self.read(id),
            None => self.list.refresh(),
        }
    }

    fn read(self, id: ConversationId) {
        let api = self.session.api();
        spawn_local(async move {
            if let Ok(read) = api.read_conversation(self.client, id).await {
                self.put(read.value);
            }
        });
    }

    /// Shows a conversation as it is now, where it belongs; the rest of the list stays.
    pub fn put(self, talk: Conversation) {
        let (Some(archived), Some(searches)) = (
            self.archived.try_get_untracked(),
            self.q.try_with_untracked(|q| !q.is_empty()),
        ) else {
            return;
        };
        let complete = self.list.is_complete();
        self.list.rows.try_update(|rows| {
            let known = rows.iter().any(|row| row.id == talk.id);
            rows.retain(|row| row.id != talk.id);
            let newer = |row: &Conversation| {
                (row.last_message_at, row.id) > (talk.last_message_at, talk.id)
            };
            let at = rows.partition_point(newer);
            let belongs = talk.archived == archived && (known || !searches);
            if belongs && (at < rows.len() || complete || known) {
                rows.insert(at, talk);
            }
        });
    }

    /// The conversation as the list knows it.
    pub fn known(self, id: ConversationId) -> Option<Conversation> {
        let row = |rows: &Vec<Conversation>| rows.iter().find(|row| row.id == id).cloned();
        self.list.rows.with_untracked(row)
    }

    /// What was typed and not sent.
    pub fn draft(self, id: ConversationId) -> String {
        self.drafts
            .with_value(|drafts| drafts.get(&id).cloned())
            .unwrap_or_default()
    }

    /// Keeps what is typed while another conversation is looked at.
    pub fn keep_draft(self, id: ConversationId, text: String) {
        self.drafts.try_update_value(|drafts| {
            if text.is_empty() {
                drafts.remove(&id);
            } else {
                drafts.insert(id, text);
            }
        });
    }
}
