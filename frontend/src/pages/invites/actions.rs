use crate::components::{Confirm, CopyField, Dialog, Glyph, MenuItem, Question, Toasts};
use crate::session::Session;
use crate::times;
use gangway_api_client::IdempotencyKey;
use gangway_domain::ids::InviteId;
use gangway_domain::wire::{CopiedLink, InviteStatus};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What one can do with an invitation, wherever it is shown. Put `dialogs()` on the page once.
#[derive(Clone, Copy)]
pub struct InviteActions {
    session: Session,
    question: RwSignal<Option<Question>>,
    link: RwSignal<Option<(String, CopiedLink)>>,
    link_open: RwSignal<bool>,
    busy: RwSignal<bool>,
    changed: Callback<()>,
}

impl InviteActions {
    /// Actions that call `changed` when they changed an invitation.
    pub fn new(changed: impl Fn() + Send + Sync + 'static) -> Self {
        Self {
            session: Session::get(),
            question: RwSignal::new(None),
            link: RwSignal::new(None),
            link_open: RwSignal::new(false),
            busy: RwSignal::new(false),
            changed: Callback::new(move |()| changed()),
        }
    }

    /// The menu of an invitation; empty where nothing can be done any more.
    pub fn items(self, id: InviteId, email: &str, status: InviteStatus) -> Vec<MenuItem> {
        let (resend, copy, revoke) = (email.to_owned(), email.to_owned(), email.to_owned());
        let again = MenuItem::new(Glyph::Send, "Send again", move || {
            self.resend(id, resend.clone());
        });
        match status {
            InviteStatus::Sent | InviteStatus::Opened => vec![
                MenuItem::new(Glyph::Link, "Copy link", move || {
                    self.copy(id, copy.clone());
                }),
                again,
                MenuItem::new(Glyph::CrossCircle, "Revoke", move || {
                    self.revoke(id, revoke.clone());
                })
                .dangerous(),
            ],
            InviteStatus::Expired | InviteStatus::Revoked => vec![again],
            InviteStatus::Accepted | InviteStatus::Done => Vec::new(),
        }
    }

    /// Mails a new link.
    pub fn resend(self, id: InviteId, email: String) {
        if self.busy.get_untracked() {
            return;
        }
        self.busy.set(true);
        spawn_local(async move {
            let sent = self
                .session
                .api()
                .resend_invite(id, &IdempotencyKey::random())
                .await;
            self.busy.try_set(false);
            match sent {
                Ok(_) => {
                    let words =
                        format!("Invitation sent to {email}. The older link no longer works.");
                    Toasts::get().say(words);
                    self.changed.try_run(());
                }
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    }

    /// Shows the link, to hand over by other means.
    pub fn copy(self, id: InviteId, email: String) {
        spawn_local(async move {
            match self.session.api().copy_invite_link(id).await {
                Ok(link) => {
                    self.link.try_set(Some((email, link)));
                    self.link_open.try_set(true);
                }
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    }

    /// Asks, then takes the invitation back.
    pub fn revoke(self, id: InviteId, email: String) {
        let title = format!("Revoke the invitation to {email}?");
        let detail = "Its link stops working at once. You can invite the address again later.";
        let words = ("Revoke invitation", "Revoking…");
        self.question
            .set(Some(Question::new(title, detail, words, move || {
                let email = email.clone();
                async move {
                    self.session.api().revoke_invite(id).await?;
                    Toasts::get().say(format!("Invitation to {email} revoked"));
                    self.changed.try_run(());
                    Ok(())
                }
            })));
    }

    /// The dialogs of these actions.
    pub fn dialogs(self) -> AnyView {
        let link = move || {
            self.link.get().map(|(email, link)| {
                let until = link
                    .expires_at
                    .map(|at| format!(" It works until {}.", times::whole(at)));
                let words = format!(
                    "Whoever has this link can accept the invitation. Give it to {email} only.{}",
                    until.unwrap_or_default()
                );
                view! {
                    <p class="mb-4 text-sm">{words}</p>
                    <CopyField label="Link" text=link.url />
                }
            })
        };
        view! {
            <Confirm question=self.question />
            <Dialog open=self.link_open title="Copy the invitation's link">
                {link}
            </Dialog>
        }
        .into_any()
    }
}
