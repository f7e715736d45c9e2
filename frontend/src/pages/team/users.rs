use super::change_role::ChangeRole;
use super::new_user::NewUser;
use super::user_row::user_row;
use crate::components::{
    Button, Confirm, EmptyState, Glyph, ListStates, Look, PageHeader, Question,
};
use crate::load::{Paged, reading_pages};
use crate::pages::invites::InviteActions;
use crate::route::Route;
use crate::session::Session;
use gangway_domain::roles::Permission;
use gangway_domain::wire::User;
use leptos::prelude::*;

/// What the rows of the page share.
#[derive(Clone, Copy)]
pub(super) struct UsersPage {
    pub session: Session,
    pub users: Paged<User>,
    pub question: RwSignal<Option<Question>>,
    pub changing: RwSignal<Option<User>>,
    pub invites: InviteActions,
    pub may_write: bool,
}

/// The partner's staff.
#[component]
pub fn Users() -> AnyView {
    let session = Session::get();
    let users = Paged::start(reading_pages(|api, list| async move {
        api.list_users(list).await
    }));
    let page = UsersPage {
        session,
        users,
        question: RwSignal::new(None),
        changing: RwSignal::new(None),
        invites: InviteActions::new(move || users.refresh()),
        may_write: session.can(Permission::WriteUsers),
    };
    let adding = RwSignal::new(false);
    view! {
        <PageHeader title="Users" detail="Your own people, and what each may do.">
            <a class="btn btn-plain" href=Route::TechGroups.path()>"Groups"</a>
            {page
                .may_write
                .then(|| {
                    view! {
                        <Button
                            label="New user"
                            look=Look::Primary
                            icon=Glyph::Plus
                            on_press=move || adding.set(true)
                        />
                    }
                })}
        </PageHeader>
        <ListStates
            state=users.state()
            on_retry=move || users.restart()
            on_more=move || users.more()
            empty=|| {
                view! {
                    <EmptyState
                        glyph=Glyph::People
                        title="No users yet"
                        detail="Invite the people who bring clients on board with you."
                    />
                }
            }
        >
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col" class="hidden sm:table-cell">"Role"</th>
                        <th scope="col" class="hidden md:table-cell">"Status"</th>
                        <th scope="col" class="hidden lg:table-cell">"Last sign-in"</th>
                        <th scope="col">
                            <span class="sr-only">"Actions"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || users.rows.get()
                        key=|user| (user.id, user.role, user.state, user.invite_id, user.last_sign_in_at)
                        children=move |user| user_row(page, user)
                    />
                </tbody>
            </table>
        </ListStates>
        <NewUser open=adding on_done=move || users.refresh() />
        <ChangeRole page />
        <Confirm question=page.question />
        {page.invites.dialogs()}
    }
    .into_any()
}
