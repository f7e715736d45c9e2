use super::thread::Thread;
use crate::components::{Question, Toasts};
use gangway_api_client::{Failure, IdempotencyKey};
use gangway_domain::ids::MessageId;
use gangway_domain::wire::{Message, MessageState, ResendMessage};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Sending lost texts again. One that may have arrived is sent again only by whoever knows that.
#[derive(Clone, Copy)]
pub(super) struct Resend {
    thread: Thread,
    pub question: RwSignal<Option<Question>>,
    pub busy: RwSignal<bool>,
}

impl Resend {
    pub fn new(thread: Thread) -> Self {
        Self {
            thread,
            question: RwSignal::new(None),
            busy: RwSignal::new(false),
        }
    }

    /// Whether one may, and the customer may be texted.
    pub fn may(self) -> bool {
        let can_text = untrack(|| self.thread.shown()).is_some_and(|talk| talk.can_text);
        self.thread.inbox.may_write && can_text
    }

    /// Sends a text again, after a question where the customer may have it.
    pub fn ask(self, text: &Message) {
        let id = text.id;
        if text.state != MessageState::Unknown {
            self.now(id);
            return;
        }
        let key = IdempotencyKey::random();
        let title = "Send this text again?";
        let detail = "Twilio did not confirm the first one, so it may have arrived. The customer may get the text twice.";
        let words = ("Send again", "Sending…");
        let question = Question::new(title, detail, words, move || {
            let key = key.clone();
            async move { self.send(id, true, key).await }
        });
        self.question.set(Some(question.harmless()));
    }

    fn now(self, id: MessageId) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let sent = self.send(id, false, IdempotencyKey::random()).await;
            self.busy.try_set(false);
            if let Err(failure) = sent {
                Toasts::get().fail(&failure);
            }
        });
    }

    async fn send(
        self,
        id: MessageId,
        may_arrive_twice: bool,
        key: IdempotencyKey,
    ) -> Result<(), Failure> {
        let inbox = self.thread.inbox;
        let body = ResendMessage { may_arrive_twice };
        let api = inbox.session.api();
        let text = api.resend_message(inbox.client, id, &body, &key).await?;
        self.thread.take(vec![text]);
        self.thread.refresh();
        Ok(())
    }
}
