use super::checklist::checklist;
use crate::components::{Button, EmptyState, Glyph, ListStates, LoadStates, Look, PageHeader};
use crate::load::{Load, Paged, reading, reading_pages};
use crate::pages::clients::NewClient;
use crate::pages::invites::{InviteActions, follow_mails, invite_row};
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_api_client::List;
use gangway_domain::roles::Permission;
use leptos::prelude::*;

/// How many invitations the home page shows.
const RECENT: u32 = 5;

/// The partner's home: what to set up first, and the newest invitations.
#[component]
pub fn StaffHome() -> AnyView {
    let session = Session::get();
    let load = Load::start(reading(|api| async move { api.read_checklist().await }));
    let adding = RwSignal::new(false);
    let changed = RwSignal::new(0_u32);
    let may_add = session.can(Permission::CreateClients);
    let may_read = session.can(Permission::ReadInvites);
    let new = format!("New {}", words::client_title(shell::clients_word()));
    let title = move || match session.me() {
        Some(me) => format!("Hello, {}", me.first_name),
        None => "Home".to_owned(),
    };
    let on_done = move || {
        load.refresh();
        changed.update(|count| *count += 1);
    };
    view! {
        <PageHeader title=Signal::derive(title)>
            {may_add
                .then(|| {
                    view! {
                        <Button label=new look=Look::Primary icon=Glyph::Plus on_press=move || adding.set(true) />
                    }
                })}
        </PageHeader>
        <div class="space-y-8">
            <section aria-labelledby="checklist-heading">
                <h2 id="checklist-heading" class="mb-3">
                    "Set-up checklist"
                </h2>
                // On a phone the list is this tall at least: what stands below does not jump.
                <div class="min-h-[36rem] rounded border border-hairline bg-base-100 sm:min-h-0">
                    <LoadStates load ready=move |known| checklist(known, adding) rows=5 />
                </div>
            </section>
            {may_read.then(|| recent(changed.into()))}
        </div>
        <NewClient open=adding on_done />
    }
    .into_any()
}

fn recent(changed: Signal<u32>) -> AnyView {
    let session = Session::get();
    let invites = Paged::start(reading_pages(|api, list| async move {
        api.list_invites(List {
            limit: Some(RECENT),
            ..list
        })
        .await
        .map(|page| {
            // The rest is a page of its own.
            gangway_domain::wire::Page { next: None, ..page }
        })
    }));
    follow_mails(invites);
    Effect::new(move |before: Option<u32>| {
        let count = changed.get();
        if before.is_some_and(|before| before != count) {
            invites.refresh();
        }
        count
    });
    let actions = InviteActions::new(move || invites.refresh());
    let may_write = session.can(Permission::WriteInvites);
    view! {
        <section aria-labelledby="recent-heading">
            <div class="mb-3 flex items-baseline justify-between gap-4">
                <h2 id="recent-heading">"Recent invitations"</h2>
                <a class="link link-primary text-sm" href=Route::Invites.path()>
                    "All invitations"
                </a>
            </div>
            <ListStates
                state=invites.state()
                on_retry=move || invites.restart()
                on_more=move || invites.more()
                rows=3
                empty=|| {
                    view! {
                        <EmptyState
                            glyph=Glyph::Mail
                            title="Nobody is invited yet"
                            detail="Invitations you send appear here, with how far each person is."
                        />
                    }
                }
            >
                <table class="table">
                    <thead>
                        <tr>
                            <th scope="col">"Invited"</th>
                            <th scope="col" class="hidden sm:table-cell">"Status"</th>
                            <th scope="col" class="hidden md:table-cell">"Mail"</th>
                            <th scope="col" class="hidden lg:table-cell">"Sent"</th>
                            <th scope="col">
                                <span class="sr-only">"Actions"</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody>
                        <For
                            each=move || invites.rows.get()
                            key=|invite| (invite.id, invite.status, invite.step, invite.mail, invite.sent_at)
                            children=move |invite| invite_row(invite, may_write.then_some(actions))
                        />
                    </tbody>
                </table>
            </ListStates>
            {actions.dialogs()}
        </section>
    }
    .into_any()
}
