use super::users::UsersPage;
use crate::components::{
    Avatar, Glyph, Icon, Menu, MenuItem, Question, RelativeTime, StatusBadge, Toasts, Tone,
};
use gangway_domain::roles::{Permission, Role};
use gangway_domain::wire::{InviteStatus, User, UserState};
use leptos::prelude::*;

/// How far a user is, in an icon and a word.
pub fn user_badge(state: UserState) -> AnyView {
    let (tone, glyph, label) = match state {
        UserState::Invited => (Tone::Active, Glyph::Send, "Invited"),
        UserState::Active => (Tone::Good, Glyph::CheckCircle, "Active"),
        UserState::Deactivated => (Tone::Neutral, Glyph::Pause, "Deactivated"),
    };
    view! { <StatusBadge tone glyph label /> }.into_any()
}

/// When a user last signed in.
pub fn last_seen(user: &User) -> AnyView {
    match user.last_sign_in_at {
        Some(at) => view! { <RelativeTime at /> }.into_any(),
        None => view! { <span class="text-muted">"Never"</span> }.into_any(),
    }
}

/// A user as a line of the table.
pub(super) fn user_row(page: UsersPage, user: User) -> AnyView {
    let name = user.display_name();
    let items = items(page, &user);
    let menu = (!items.is_empty()).then(|| {
        let label = format!("Actions for {name}");
        view! {
            <Menu label items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        }
    });
    let you = user
        .is_me
        .then(|| view! { <span class="font-normal text-muted">" (you)"</span> });
    let factor = user
        .has_second_factor
        .then(|| view! { <span class="text-xs text-muted">"Second factor on"</span> });
    let (email, role) = (user.email.clone(), user.role.title());
    view! {
        <tr>
            <td class="w-full max-w-0">
                <div class="flex items-center gap-3">
                    <Avatar name=name.clone() />
                    <div class="min-w-0">
                        <span class="block truncate font-semibold" title=name.clone()>
                            {name.clone()}
                            {you}
                        </span>
                        <span class="block truncate text-muted" title=email.clone()>
                            {email.clone()}
                        </span>
                        {factor}
                        <span class="block text-muted sm:hidden">{role}</span>
                        <span class="block md:hidden">{user_badge(user.state)}</span>
                    </div>
                </div>
            </td>
            <td class="hidden whitespace-nowrap sm:table-cell">{role}</td>
            <td class="hidden md:table-cell">{user_badge(user.state)}</td>
            <td class="hidden lg:table-cell">{last_seen(&user)}</td>
            <td class="text-right">{menu}</td>
        </tr>
    }
    .into_any()
}

/// What one may do with this user: never with oneself, never with a role above one's own.
fn items(page: UsersPage, user: &User) -> Vec<MenuItem> {
    let mine = untrack(|| page.session.place()).map(|place| place.role);
    let reach = match (mine, user.role) {
        (Some(Role::Staff(mine)), Role::Staff(theirs)) => mine.may_grant(theirs),
        _ => false,
    };
    if !page.may_write || !reach || user.is_me {
        return Vec::new();
    }
    let (change, off, on) = (user.clone(), user.clone(), user.clone());
    let mut items = Vec::new();
    if user.state != UserState::Deactivated {
        let run = move || page.changing.set(Some(change.clone()));
        items.push(MenuItem::new(Glyph::People, "Change role", run));
    }
    match (user.state, user.invite_id) {
        (UserState::Invited, Some(id)) => {
            items.extend(page.invites.items(id, &user.email, InviteStatus::Sent));
        }
        (UserState::Active, _) => {
            if page.session.can(Permission::EndSessions) {
                let out = user.clone();
                let run = move || sign_out(page, &out);
                items.push(MenuItem::new(Glyph::SignOut, "Sign out everywhere", run));
            }
            let run = move || deactivate(page, &off);
            items.push(MenuItem::new(Glyph::Pause, "Deactivate", run).dangerous());
        }
        (UserState::Deactivated, _) => {
            items.push(MenuItem::new(Glyph::Check, "Reactivate", move || {
                reactivate(page, &on);
            }));
        }
        (UserState::Invited, None) => {}
    }
    items
}

fn sign_out(page: UsersPage, user: &User) {
    let (id, name) = (user.id, user.display_name());
    let title = format!("Sign {name} out everywhere?");
    let detail = "Every browser the person uses has to sign in again. Their access stays as it is.";
    let words = ("Sign out everywhere", "Signing out…");
    page.question
        .set(Some(Question::new(title, detail, words, move || {
            let name = name.clone();
            async move {
                page.session.api().sign_out_user(id).await?;
                Toasts::get().say(format!("{name} is signed out everywhere"));
                Ok(())
            }
        })));
}

fn deactivate(page: UsersPage, user: &User) {
    let (id, name) = (user.id, user.display_name());
    let title = format!("Deactivate {name}?");
    let detail =
        "The person loses access at once, in open sessions too. You can reactivate them later.";
    let words = ("Deactivate", "Deactivating…");
    page.question
        .set(Some(Question::new(title, detail, words, move || {
            let name = name.clone();
            async move {
                page.session.api().deactivate_user(id).await?;
                Toasts::get().say(format!("{name} is deactivated"));
                page.users.refresh();
                Ok(())
            }
        })));
}

fn reactivate(page: UsersPage, user: &User) {
    let (id, name) = (user.id, user.display_name());
    let title = format!("Reactivate {name}?");
    let detail = format!("The person can sign in again as {}.", user.role.title());
    let words = ("Reactivate", "Reactivating…");
    let question = Question::new(title, detail, words, move || {
        let name = name.clone();
        async move {
            page.session.api().reactivate_user(id).await?;
            Toasts::get().say(format!("{name} is active again"));
            page.users.refresh();
            Ok(())
        }
    });
    page.question.set(Some(question.harmless()));
}
