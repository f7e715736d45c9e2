//! One conversation with its texts, kept as they are now.

use super::edit::edit;
use super::follow::is_about_texts;
use super::inbox::Inbox;
use crate::live;
use crate::load::{Load, Paged};
use gangway_api_client::{List, Tagged};
use gangway_domain::ids::ConversationId;
use gangway_domain::wire::{Conversation, Message, StreamEvent, UpdateConversation};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// A conversation that is open.
#[derive(Clone, Copy)]
pub(super) struct Thread {
    pub inbox: Inbox,
    pub id: ConversationId,
    pub talk: Load<Tagged<Conversation>>,
    /// Newest first.
    pub texts: Paged<Message>,
    /// While true, it is not marked as read by itself.
    pub stays_unread: StoredValue<bool>,
    marking: StoredValue<bool>,
}

impl Thread {
    /// Starts reading it.
    pub fn start(inbox: Inbox, id: ConversationId) -> Self {
        let (session, client) = (inbox.session, inbox.client);
        let talk = Load::start(move || {
            let api = session.api();
            Box::pin(async move { api.read_conversation(client, id).await })
        });
        let texts = Paged::<Message>::start(move |cursor| {
            let api = session.api();
            let list = List {
                cursor,
                limit: Some(50),
                ..List::default()
            };
            Box::pin(async move { api.list_messages(client, id, list).await })
        });
        let thread = Self {
            inbox,
            id,
            talk,
            texts,
            stays_unread: StoredValue::new(false),
            marking: StoredValue::new(false),
        };
        // What the list shows of it is what is known here.
        Effect::new(move |_| {
            if let Some(read) = talk.value() {
                inbox.put(read.value);
            }
        });
        Effect::new(move |_| thread.note_read());
        thread
    }

    /// The conversation, once read; until then as the list knows it.
    pub fn shown(self) -> Option<Conversation> {
        let read = self.talk.value().map(|read| read.value);
        read.or_else(|| self.inbox.known(self.id))
    }

    /// Takes in what happened.
    pub fn hear(self, event: &StreamEvent) {
        let other = event.conversation_id.is_some_and(|id| id != self.id);
        if is_about_texts(event) && !other {
            self.refresh();
        }
    }

    /// Reads it again while what is shown stays.
    pub fn refresh(self) {
        self.talk.refresh();
        let (api, client, id) = (self.inbox.session.api(), self.inbox.client, self.id);
        spawn_local(async move {
            if let Ok(page) = api.list_messages(client, id, List::first()).await {
                self.take(page.data);
            }
        });
    }

    /// Adds texts and shows known ones as they are now.
    pub fn take(self, news: Vec<Message>) {
        let apart = self.texts.rows.try_with_untracked(|rows| {
            !rows.is_empty()
                && !news
                    .iter()
                    .any(|new| rows.iter().any(|row| row.id == new.id))
        });
        if apart == Some(true) && news.len() > 1 {
            // More came than a page holds: what lies between is read as well.
            self.texts.refresh();
            return;
        }
        self.texts.rows.try_update(|rows| {
            for new in news {
                rows.retain(|row| row.id != new.id);
                let newer = |row: &Message| (row.created_at, row.id) > (new.created_at, new.id);
                let at = rows.partition_point(newer);
                rows.insert(at, new);
            }
        });
    }

    /// Marks it as read once its texts are on a screen that somebody looks at.
    pub fn note_read(self) {
        let unread = self.talk.value().is_some_and(|read| read.value.unread > 0);
        let there = self.texts.rows.with(|rows| !rows.is_empty());
        let wanted = !self.stays_unread.get_value() && self.inbox.may_write;
        if unread && there && wanted && !live::is_hidden() {
            self.mark_read();
        }
    }

    /// Without a word; where that fails, the next look tries again.
    fn mark_read(self) {
        if self.marking.get_value() {
            return;
        }
        self.marking.set_value(true);
        let body = UpdateConversation {
            unread: Some(false),
            ..UpdateConversation::default()
        };
        let (api, client, id) = (self.inbox.session.api(), self.inbox.client, self.id);
        spawn_local(async move {
            let edited = edit(&api, client, id, &body).await;
            self.marking.try_set_value(false);
            if let Ok(read) = edited {
                self.talk.set(read);
            }
        });
    }
}
