use super::chooser::ColumnChooser;
use super::columns::Columns;
use super::deletion::tally;
use super::empty::empty;
use super::export::export;
use super::filters::{FilterBar, Filters};
use super::head::head;
use super::row::row;
use super::selection::Selection;
use super::test_client::NewTestClient;
use crate::components::{Button, Confirm, Glyph, Icon, ListStates, Look, PageHeader, Question};
use crate::load::{Paged, reading_pages};
use crate::pages::clients::NewClient;
use crate::pages::shell;
use crate::route::{self, Route};
use crate::session::Session;
use crate::words;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{Client, ClientsWord};
use leptos::prelude::*;

/// What the parts of the list share.
#[derive(Clone, Copy)]
pub(super) struct ListPage {
    pub session: Session,
    pub clients: Paged<Client>,
    pub filters: Filters,
    pub columns: Columns,
    pub selection: Selection,
    pub question: RwSignal<Option<Question>>,
    /// Whether the dialog that makes a client is open.
    pub adding: RwSignal<bool>,
    pub may_manage: bool,
}

impl ListPage {
    fn new() -> Self {
        let session = Session::get();
        let filters = Filters::of_address();
        Self {
            session,
            clients: Paged::start(reading_pages(move |api, list| {
                let list = filters.list(list);
                async move { api.list_clients(list).await }
            })),
            filters,
            columns: Columns::kept(),
            selection: Selection::new(),
            question: RwSignal::new(None),
            adding: RwSignal::new(false),
            may_manage: session.can(Permission::DeleteClients),
        }
    }

    /// Whether clients can be ticked. Deleted ones are restored one by one.
    pub fn selects(self) -> bool {
        self.may_manage && !self.filters.deleted()
    }

    /// Reads the list anew whenever something else is wanted of it.
    fn follow(self) {
        Effect::new(move |before: Option<[String; 8]>| {
            let values = self.filters.values();
            if before.is_some_and(|before| before != values) {
                self.filters.write_address();
                self.selection.clear();
                self.clients.refresh();
            }
            values
        });
        // A link to this very page, with other filters or none.
        Effect::new(move |before: Option<()>| {
            route::track_arrivals();
            if before.is_some() && untrack(route::here) == Route::Clients {
                self.filters.take_address();
            }
        });
    }
}

/// The way to a list of many.
pub(super) fn import_link(word: ClientsWord) -> AnyView {
    let label = format!("Import {}", words::clients(word).to_lowercase());
    view! {
        <a class="btn btn-plain" href=Route::NewImport.path()>
            <Icon glyph=Glyph::Upload class="size-4" />
            {label}
        </a>
    }
    .into_any()
}

/// The partner's clients, as far as one sees them.
#[component]
pub fn Clients() -> AnyView {
    let page = ListPage::new();
    page.follow();
    let clients = page.clients;
    let word = shell::clients_word();
    let new = format!("New {}", words::client_title(word));
    let actions = page.session.can(Permission::CreateClients).then(|| {
        view! {
            <NewTestClient />
            {import_link(word)}
            <Button label=new look=Look::Primary icon=Glyph::Plus on_press=move || page.adding.set(true) />
        }
    });
    view! {
        <PageHeader title=words::clients(word)>{actions}</PageHeader>
        <FilterBar filters=page.filters beside=move || view! { {export(page.session, page.filters)} <ColumnChooser columns=page.columns /> } />
        {tally(page)}
        <ListStates
            state=clients.state()
            on_retry=move || clients.restart()
            on_more=move || clients.more()
            empty=move || empty(page)
        >
            <div class="overflow-x-auto">
                <table class="table">
                    {head(page)}
                    <tbody>
                        <For
                            each=move || clients.rows.get()
                            key=|client| (client.id, client.updated_at, client.state, client.step)
                            children=move |client| row(page, client)
                        />
                    </tbody>
                </table>
            </div>
        </ListStates>
        <NewClient open=page.adding on_done=move || clients.refresh() />
        <Confirm question=page.question />
    }
    .into_any()
}
