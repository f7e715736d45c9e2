use super::group_dialog::GroupDialog;
use super::group_row::group_row;
use crate::components::{
    BeingEdited, Button, Confirm, Editing, EmptyState, Glyph, ListStates, Look, PageHeader,
    Question, SearchBox,
};
use crate::load::{Load, Paged, reading, reading_pages};
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_api_client::List;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{RecordChoices, TechGroup};
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct GroupsPage {
    pub session: Session,
    pub groups: Paged<TechGroup>,
    /// The staff to choose from.
    pub choices: Load<RecordChoices>,
    pub question: RwSignal<Option<Question>>,
    /// What the dialog is open for.
    pub editing: BeingEdited<TechGroup>,
    pub may_write: bool,
}

/// The groups, who is in them, and how many clients each looks after.
#[component]
pub fn TechGroups() -> AnyView {
    let session = Session::get();
    let q = RwSignal::new(String::new());
    let page = GroupsPage {
        session,
        groups: Paged::start(reading_pages(move |api, list| {
            let q = words::given(&q.get_untracked());
            async move { api.list_tech_groups(List { q, ..list }).await }
        })),
        choices: Load::start(reading(
            |api| async move { api.read_record_choices().await },
        )),
        question: RwSignal::new(None),
        editing: RwSignal::new(None),
        may_write: session.can(Permission::WriteTechGroups),
    };
    let groups = page.groups;
    Effect::new(move |before: Option<String>| {
        let q = q.get();
        if before.is_some_and(|before| before != q) {
            groups.refresh();
        }
        q
    });
    let word = words::clients(shell::clients_word()).to_lowercase();
    let back = session
        .can(Permission::ReadUsers)
        .then(|| view! { <p class="mb-2 text-sm"><a class="link" href=Route::Users.path()>"Users"</a></p> });
    view! {
        {back}
        <PageHeader title="Groups" detail=format!("Teams of your own people, and how many {word} each looks after.")>
            {page.may_write.then(|| new_button(page, Look::Primary))}
        </PageHeader>
        <div class="mb-4">
            <SearchBox label="Search by name" q />
        </div>
        <ListStates
            state=groups.state()
            on_retry=move || groups.restart()
            on_more=move || groups.more()
            empty=move || empty(page, &q.get())
        >
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col" class="hidden sm:table-cell">"People"</th>
                        <th scope="col" class="hidden sm:table-cell">{words::clients(shell::clients_word())}</th>
                        <th scope="col">
                            <span class="sr-only">"Actions"</span>
                        </th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || groups.rows.get()
                        key=|group| (group.id, group.updated_at, group.clients)
                        children=move |group| group_row(page, group)
                    />
                </tbody>
            </table>
        </ListStates>
        <GroupDialog page />
        <Confirm question=page.question />
    }
    .into_any()
}

fn new_button(page: GroupsPage, look: Look) -> AnyView {
    let open = move || page.editing.set(Some(Editing::New));
    view! { <Button label="New group" look icon=Glyph::Plus on_press=open /> }.into_any()
}

fn empty(page: GroupsPage, q: &str) -> AnyView {
    if !q.is_empty() {
        let detail = format!("No group has “{q}” in its name.");
        return view! { <EmptyState glyph=Glyph::Search title="Nothing found" detail /> }
            .into_any();
    }
    view! {
        <EmptyState
            glyph=Glyph::People
            title="No groups yet"
            detail="Such as Service Desk or Network Team. They can be named where a client is written down."
        >
            {page.may_write.then(|| new_button(page, Look::Primary))}
        </EmptyState>
    }
    .into_any()
}
