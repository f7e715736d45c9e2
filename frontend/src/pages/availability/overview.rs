use super::application_card::application_card;
use super::preview::Preview;
use super::schedule_card::schedule_card;
use crate::components::{Confirm, EmptyState, Glyph, LoadStates, PageHeader, Question};
use crate::load::Load;
use crate::pages::dashboard;
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::{Client, Failure, List, Tagged};
use gangway_domain::ids::ClientId;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{ApplicationKind, Availability, Schedule, WidgetApplication};
use leptos::prelude::*;

/// As many as a client can have.
const ALL: u32 = 100;

/// What the page shows, read together.
#[derive(Clone, PartialEq)]
pub(super) struct Overview {
    pub applications: Vec<Tagged<WidgetApplication>>,
    pub schedules: Vec<Schedule>,
    /// What visitors see now.
    pub now: Availability,
}

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct Page {
    pub session: Session,
    pub client: ClientId,
    pub load: Load<Overview>,
    pub question: RwSignal<Option<Question>>,
    pub may_write: bool,
    /// Rises when what visitors see may have changed.
    pub changes: RwSignal<u32>,
}

impl Page {
    /// Reads everything again.
    pub fn refresh(self) {
        self.load.refresh();
        self.changes.update(|changes| *changes += 1);
    }
}

async fn read(api: Client, client: ClientId) -> Result<Overview, Failure> {
    let mut applications = Vec::new();
    for kind in ApplicationKind::ALL {
        applications.push(api.read_widget_application(client, kind).await?);
    }
    let all = List {
        limit: Some(ALL),
        ..List::first()
    };
    Ok(Overview {
        applications,
        schedules: api.list_schedules(client, all).await?.data,
        now: api.read_availability(client, None).await?,
    })
}

/// When visitors of the web site can call or text the company.
#[component]
pub fn AvailabilityPage() -> AnyView {
    let session = Session::get();
    let Some(client) = dashboard::client(session) else {
        return ().into_any();
    };
    let page = Page {
        session,
        client,
        load: Load::start(move || Box::pin(read(session.api(), client))),
        question: RwSignal::new(None),
        may_write: untrack(|| session.may(Permission::WriteApplication)),
        changes: RwSignal::new(0),
    };
    view! {
        <PageHeader
            title="Availability"
            detail="When visitors of your website can call or text you. Outside these hours the button for it is not there."
        >
            {page.may_write.then(new_schedule)}
        </PageHeader>
        <LoadStates load=page.load rows=6 ready=move |overview| parts(page, overview) />
        <Confirm question=page.question />
    }
    .into_any()
}

fn new_schedule() -> AnyView {
    view! { <a class="btn btn-primary" href=Route::NewSchedule.path()>"New schedule"</a> }
        .into_any()
}

fn parts(page: Page, overview: Overview) -> AnyView {
    let Overview {
        applications,
        schedules,
        now,
    } = overview;
    let zone = now.time_zone.replace('_', " ");
    let cards = applications.into_iter().map(|application| {
        let kind = application.value.kind;
        let standing = now
            .applications
            .iter()
            .find(|one| one.kind == kind)
            .cloned();
        application_card(page, application, standing, &schedules, &now.time_zone)
    });
    let cards = cards.collect_view();
    let rows = schedules
        .into_iter()
        .map(|schedule| schedule_card(page, schedule));
    let rows: Vec<_> = rows.collect();
    let list = if rows.is_empty() {
        no_schedules(page.may_write)
    } else {
        view! { <div class="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">{rows}</div> }
            .into_any()
    };
    view! {
        <div class="space-y-8">
            <section class="space-y-3" aria-labelledby="offers">
                <h2 id="offers">"What visitors are offered"</h2>
                <div class="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">{cards}</div>
            </section>
            <section class="space-y-3" aria-labelledby="schedules">
                <div>
                    <h2 id="schedules">"Schedules"</h2>
                    <p class="mt-1 text-sm text-muted">
                        {format!("Hours are those on the clock of your company's time zone, {zone}.")}
                    </p>
                </div>
                {list}
            </section>
            <Preview page />
        </div>
    }
    .into_any()
}

fn no_schedules(may_write: bool) -> AnyView {
    view! {
        <div class="rounded border border-hairline bg-base-100">
            <EmptyState
                glyph=Glyph::Clock
                title="No schedules yet"
                detail="A schedule says when somebody is there to answer: the hours of a week, and holidays. Without one, visitors can reach you at all hours."
            >
                {may_write.then(new_schedule)}
            </EmptyState>
        </div>
    }
    .into_any()
}
