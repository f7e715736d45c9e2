use crate::components::{
    Avatar, Glyph, Icon, Menu, MenuItem, Question, RelativeTime, StatusBadge, Toasts, Tone,
};
use crate::load::Paged;
use crate::session::Session;
use gangway_api_client::IdempotencyKey;
use gangway_domain::ids::{ClientId, InviteId};
use gangway_domain::wire::{User, UserState};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What can be done with a user.
#[derive(Clone, Copy)]
pub(super) struct Actions {
    pub session: Session,
    pub client: ClientId,
    pub users: Paged<User>,
    pub question: RwSignal<Option<Question>>,
    /// A copied link, shown in a dialog.
    pub link: RwSignal<Option<String>>,
}

/// A user with their state, and a menu of what can be done.
pub(super) fn user_row(user: User, actions: Actions, may_write: bool) -> AnyView {
    let name = user.display_name();
    let (tone, glyph, state) = match user.state {
        UserState::Active => (Tone::Good, Glyph::CheckCircle, "Active"),
        UserState::Invited => (Tone::Active, Glyph::Mail, "Invited"),
        UserState::Deactivated => (Tone::Neutral, Glyph::Pause, "Deactivated"),
    };
    let email = user.first_name.is_some().then(|| user.email.clone());
    let seen = user.last_sign_in_at.map(|at| {
        view! {
            <span class="hidden text-sm text-muted md:block">
                "Signed in " <RelativeTime at />
            </span>
        }
    });
    let items = if may_write {
        actions.items(&user)
    } else {
        Vec::new()
    };
    let menu = (!items.is_empty()).then(|| {
        view! {
            <Menu label=format!("Actions for {name}") items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        }
    });
    view! {
        <li class="flex items-center gap-3 px-4 py-3">
            <Avatar name=name.clone() />
            <div class="flex min-w-0 grow flex-col gap-1 sm:flex-row sm:items-center sm:gap-4">
                <div class="min-w-0 grow">
                    <p class="truncate text-sm font-semibold" title=name.clone()>
                        {name.clone()}
                        {user.is_me.then(|| view! { <span class="font-normal text-muted">" (you)"</span> })}
                    </p>
                    {email
                        .map(|email| {
                            view! {
                                <p class="truncate text-sm text-muted" title=email.clone()>
                                    {email.clone()}
                                </p>
                            }
                        })}
                    <p class="text-sm text-muted">{user.role.title()}</p>
                </div>
                {seen}
                <StatusBadge tone glyph label=state />
            </div>
            <div class="w-8 shrink-0">{menu}</div>
        </li>
    }
    .into_any()
}

impl Actions {
    fn items(self, user: &User) -> Vec<MenuItem> {
        let mut items = Vec::new();
        if let (UserState::Invited, Some(invite)) = (user.state, user.invite_id) {
            let email = user.email.clone();
            items.push(MenuItem::new(Glyph::Send, "Resend invitation", move || {
                self.resend(invite, email.clone());
            }));
            items.push(MenuItem::new(Glyph::Link, "Copy link", move || {
                self.copy(invite);
            }));
        }
        let asked = user.clone();
        match user.state {
            _ if user.is_me => {}
            UserState::Active | UserState::Invited => items.push(
                MenuItem::new(Glyph::Pause, "Deactivate", move || {
                    self.ask_to_deactivate(&asked);
                })
                .dangerous(),
            ),
            UserState::Deactivated => {
                items.push(MenuItem::new(Glyph::CheckCircle, "Reactivate", move || {
                    self.ask_to_reactivate(&asked);
                }));
            }
        }
        items
    }

    fn ask_to_deactivate(self, user: &User) {
        let (id, name) = (user.id, user.display_name());
        let run = move || async move {
            self.session
                .api()
                .deactivate_client_user(self.client, id)
                .await?;
            self.users.refresh();
            Ok(())
        };
        self.question.set(Some(Question::new(
            format!("Deactivate {name}?"),
            "They lose access at once. You can reactivate them at any time.",
            ("Deactivate", "Deactivating…"),
            run,
        )));
    }

    fn ask_to_reactivate(self, user: &User) {
        let (id, name) = (user.id, user.display_name());
        let run = move || async move {
            self.session
                .api()
                .reactivate_client_user(self.client, id)
                .await?;
            self.users.refresh();
            Ok(())
        };
        self.question.set(Some(
            Question::new(
                format!("Reactivate {name}?"),
                "They can sign in and act for this company again.",
                ("Reactivate", "Reactivating…"),
                run,
            )
            .harmless(),
        ));
    }

    fn resend(self, invite: InviteId, email: String) {
        spawn_local(async move {
            let key = IdempotencyKey::random();
            match self.session.api().resend_invite(invite, &key).await {
                Ok(_) => Toasts::get().say(format!("Invitation sent to {email}")),
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    }

    fn copy(self, invite: InviteId) {
        spawn_local(async move {
            match self.session.api().copy_invite_link(invite).await {
                Ok(link) => drop(self.link.try_set(Some(link.url))),
                Err(failure) => Toasts::get().fail(&failure),
            }
        });
    }
}
