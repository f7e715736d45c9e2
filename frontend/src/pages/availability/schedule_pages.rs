use super::schedule_fields::ScheduleFields;
use super::schedule_form::ScheduleForm;
use crate::components::{Conflict, Edited, FormState, LoadStates, PageHeader, Toasts, errors_of};
use crate::load::Load;
use crate::pages::dashboard;
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::Tagged;
use gangway_domain::ids::{ClientId, ScheduleId};
use gangway_domain::wire::Schedule;
use leptos::prelude::*;

/// The page that makes a schedule.
#[component]
pub fn NewSchedule() -> AnyView {
    let session = Session::get();
    let Some(client) = dashboard::client(session) else {
        return ().into_any();
    };
    let fields = ScheduleFields::suggested();
    let form = FormState::new().checked_by(move || errors_of(&fields.body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            fields.body(),
            move |body, key| async move { api.create_schedule(client, &body, &key).await },
            |made: Schedule| saved(&made.name),
        );
    };
    page("New schedule", move || {
        view! { <ScheduleForm form fields on_submit=submit /> }.into_any()
    })
}

/// The page that changes a schedule.
#[component]
pub fn EditSchedule(id: ScheduleId) -> AnyView {
    let session = Session::get();
    let Some(client) = dashboard::client(session) else {
        return ().into_any();
    };
    let load = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_schedule(client, id).await })
    });
    page("Edit schedule", move || {
        view! { <LoadStates load rows=8 ready=move |schedule| edit(session, client, schedule) /> }
            .into_any()
    })
}

fn page(title: &'static str, body: impl FnOnce() -> AnyView) -> AnyView {
    view! {
        <p class="mb-2 text-sm">
            <a class="link" href=Route::Availability.path()>"Availability"</a>
        </p>
        <PageHeader title />
        <div class="max-w-3xl rounded border border-hairline bg-base-100 p-5 sm:p-6">{body()}</div>
    }
    .into_any()
}

fn saved(name: &str) {
    Toasts::get().say(format!("The schedule “{name}” is saved"));
    Route::Availability.go();
}

fn edit(session: Session, client: ClientId, schedule: Tagged<Schedule>) -> AnyView {
    let (id, fields) = (schedule.value.id, ScheduleFields::of(&schedule.value));
    let edited = Edited::of(schedule);
    let form = FormState::new().checked_by(move || errors_of(&fields.body()));
    let submit = move || {
        let api = session.api();
        let again = api.clone();
        edited.save(
            form,
            fields.body(),
            move |body, tag| async move { api.update_schedule(client, id, &body, &tag).await },
            move || async move { again.read_schedule(client, id).await },
            |now| saved(&now.value.name),
        );
    };
    let take = move |theirs: Tagged<Schedule>| fields.take(&theirs.value);
    view! {
        <div class="space-y-5">
            <Conflict edited form take />
            <ScheduleForm form fields on_submit=submit />
        </div>
    }
    .into_any()
}
