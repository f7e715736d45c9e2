use super::contacts_card::contacts_card;
use super::deletion::more_menu;
use super::details_card::details_card;
use super::engineers_card::EngineersCard;
use super::gone::Gone;
use super::history_card::HistoryCard;
use super::hours_card::hours_card;
use super::known::Known;
use super::logo_card::LogoCard;
use super::properties_card::properties_card;
use super::set_up_card::SetUpCard;
use super::sites_card::sites_card;
use super::users_card::UsersCard;
use crate::components::{Confirm, Glyph, LoadStates, PageHeader, Question, StatusBadge, Tone};
use crate::load::{Load, Loaded, reading};
use crate::pages::clients::client_name;
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::Permission;
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub session: Session,
    pub id: ClientId,
    pub load: Load<Known>,
    pub question: RwSignal<Option<Question>>,
    pub may_manage: bool,
    /// Rises when something was done here.
    pub changes: RwSignal<u32>,
}

impl Page {
    /// Reads everything again.
    pub fn refresh(self) {
        self.load.refresh();
        self.changes.update(|changes| *changes += 1);
    }
}

/// One client: what is kept on it, its set-up, its people, and what happened.
#[component]
pub fn ClientPage(id: ClientId) -> AnyView {
    let session = Session::get();
    let page = Page {
        session,
        id,
        load: Load::start(reading(move |api| Known::read(api, id))),
        question: RwSignal::new(None),
        may_manage: session.can(Permission::DeleteClients),
        changes: RwSignal::new(0),
    };
    let title = move || match page.load.value() {
        Some(known) => client_name(&known.client),
        None => words::client_title(shell::clients_word()).to_owned(),
    };
    let loaded = Memo::new(move |_| page.load.value().is_some());
    view! {
        <nav class="mb-2 text-sm" aria-label="Breadcrumb">
            <a class="link link-hover text-muted" href=Route::Clients.path()>
                {words::clients(shell::clients_word())}
            </a>
        </nav>
        <PageHeader title=Signal::derive(title)>{move || loaded.get().then(|| actions(page))}</PageHeader>
        {states(page, loaded)}
        <Confirm question=page.question />
    }
    .into_any()
}

fn actions(page: Page) -> AnyView {
    let name = untrack(|| page.load.value()).map(|known| client_name(&known.client));
    let edit = page.session.can(Permission::WriteRecords).then(|| {
        let label = format!("Edit {}", shell::client_word());
        view! { <a class="btn btn-primary" href=Route::EditClient(page.id).path()>{label}</a> }
    });
    view! {
        {edit}
        {page.may_manage.then(|| more_menu(page, name.unwrap_or_default()))}
    }
    .into_any()
}

/// A client that is not there is another page than one that cannot be had now.
fn states(page: Page, loaded: Memo<bool>) -> AnyView {
    let is_gone = Memo::new(move |_| {
        page.load.state.with(
            |state| matches!(state, Loaded::Failed(failure) if failure.is(ProblemCode::NotFound)),
        )
    });
    (move || match (is_gone.get(), loaded.get()) {
        (true, _) => view! { <Gone id=page.id on_restored=move || page.load.retry() /> }.into_any(),
        (false, true) => parts(page),
        (false, false) => {
            view! { <LoadStates load=page.load ready=|_| ().into_any() rows=8 /> }.into_any()
        }
    })
    .into_any()
}

/// The parts of the page. Each is built anew only when something that it shows has changed.
fn parts(page: Page) -> AnyView {
    let known = move || page.load.value();
    let standing =
        Memo::new(move |_| known().map(|known| (known.client.state, known.client.invite_id)));
    let engineers = Memo::new(move |_| {
        known().map(|known| (known.record.engineers, client_name(&known.client)))
    });
    let name = untrack(known).map(|known| client_name(&known.client));
    let set_up = move || {
        standing
            .get()
            .map(|(state, invite_id)| view! { <SetUpCard id=page.id state invite_id /> })
    };
    let engineers = move || {
        engineers
            .get()
            .map(|(engineers, client)| view! { <EngineersCard page engineers client /> })
    };
    view! {
        {move || known().filter(|known| known.client.is_test).map(|_| test_mark())}
        <div class="grid grid-cols-1 items-start gap-6 lg:grid-cols-3">
            <div class="min-w-0 space-y-6 lg:col-span-2">{move || known().map(|known| record(&known))}</div>
            <div class="min-w-0 space-y-6">
                {set_up} {engineers} <LogoCard id=page.id name=name.unwrap_or_default() />
            </div>
        </div>
        {lists(page)}
    }
    .into_any()
}

fn record(known: &Known) -> AnyView {
    let record = &known.record;
    view! {
        {details_card(known)}
        {contacts_card(record)}
        {sites_card(&record.sites)}
        {hours_card(record)}
        {properties_card(&record.custom_values)}
    }
    .into_any()
}

fn test_mark() -> AnyView {
    view! {
        <p class="mb-4 flex flex-wrap items-center gap-x-2 text-sm">
            <StatusBadge tone=Tone::Neutral glyph=Glyph::Flask label="Test" />
            <span class="text-muted">"Made to try things out, of made-up data. It is never exported."</span>
        </p>
    }
    .into_any()
}

fn lists(page: Page) -> AnyView {
    let may = |permission| page.session.can(permission);
    view! {
        <div class="mt-6 space-y-6">
            {may(Permission::ReadClientUsers).then(|| view! { <UsersCard id=page.id /> })}
            {may(Permission::ReadActivity).then(|| view! { <HistoryCard id=page.id changes=page.changes /> })}
        </div>
    }
    .into_any()
}
