use crate::components::{EmptyState, Glyph, Icon, ListStates, Menu};
use crate::load::{Paged, reading_pages};
use crate::pages::invites::InviteActions;
use crate::pages::team::{last_seen, user_badge};
use crate::session::Session;
use gangway_domain::ids::ClientId;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{InviteStatus, User, UserState};
use leptos::prelude::*;

/// The client's own people.
#[component]
pub(super) fn UsersCard(id: ClientId) -> AnyView {
    let session = Session::get();
    let users = Paged::start(reading_pages(move |api, list| async move {
        api.list_client_users(id, list).await
    }));
    let actions = InviteActions::new(move || users.refresh());
    let may_write = session.can(Permission::WriteInvites);
    view! {
        <section aria-labelledby="client-users-heading">
            <h2 id="client-users-heading" class="mb-3">
                "Users"
            </h2>
            <ListStates
                state=users.state()
                on_retry=move || users.restart()
                on_more=move || users.more()
                rows=2
                empty=|| {
                    view! {
                        <EmptyState
                            glyph=Glyph::People
                            title="Nobody yet"
                            detail="The invited person appears here once they have accepted."
                        />
                    }
                }
            >
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"Name"</th>
                            <th scope="col" class="hidden md:table-cell">"Role"</th>
                            <th scope="col" class="hidden sm:table-cell">"Status"</th>
                            <th scope="col" class="hidden lg:table-cell">"Last sign-in"</th>
                            <th scope="col">
                                <span class="sr-only">"Actions"</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || users.rows.get()
                            key=|user| (user.id, user.state, user.role, user.invite_id)
                            children=move |user| row(user, may_write.then_some(actions))
                        />
                    </tbody>
                </table>
            </ListStates>
            {actions.dialogs()}
        </section>
    }
    .into_any()
}

fn row(user: User, actions: Option<InviteActions>) -> AnyView {
    let items = match (actions, user.state, user.invite_id) {
        (Some(actions), UserState::Invited, Some(id)) => {
            actions.items(id, &user.email, InviteStatus::Sent)
        }
        _ => Vec::new(),
    };
    let (name, email) = (user.display_name(), user.email.clone());
    let menu = (!items.is_empty()).then(|| {
        let label = format!("Actions for {name}");
        view! {
            <Menu label items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        }
    });
    view! {
        <tr>
            <td class="w-full max-w-0">
                <span class="block truncate font-semibold" title=name.clone()>{name.clone()}</span>
                <span class="block truncate text-muted" title=email.clone()>{email.clone()}</span>
                <span class="block sm:hidden">{user_badge(user.state)}</span>
            </td>
            <td class="hidden whitespace-nowrap md:table-cell">{user.role.title()}</td>
            <td class="hidden sm:table-cell">{user_badge(user.state)}</td>
            <td class="hidden lg:table-cell">{last_seen(&user)}</td>
            <td class="text-right">{menu}</td>
        </tr>
    }
    .into_any()
}
