use super::differences::differences;
use super::faults::{missing_regions, placed, placed_failure};
use super::parts::Parts;
use super::record_fields::RecordFields;
use super::record_form::{RecordForm, Says};
use crate::components::{Conflict, Edited, FormState, LoadStates, PageHeader, Toasts, errors_of};
use crate::load::{Load, Loaded, reading};
use crate::pages::clients::page::Gone;
use crate::pages::{NotHere, shell};
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_api_client::Tagged;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::{FieldError, ProblemCode};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{ClientRecord, RecordChoices, UpdateClientRecord};
use leptos::prelude::*;

/// What the page needs, read together.
type Read = (Tagged<ClientRecord>, RecordChoices);

/// The page that changes what is kept on a client.
#[component]
pub fn EditClient(id: ClientId) -> AnyView {
    let session = Session::get();
    if !session.can(Permission::WriteRecords) {
        return view! { <NotHere /> }.into_any();
    }
    let load = Load::start(reading(move |api| async move {
        let record = api.read_client_record(id).await?;
        Ok((record, api.read_record_choices().await?))
    }));
    let word = shell::clients_word();
    let name = move || load.value().and_then(|(record, _)| record.value.name);
    let named = move || name().unwrap_or_else(|| words::client_title(word).to_owned());
    view! {
        <nav class="mb-2 text-sm" aria-label="Breadcrumb">
            <a class="link link-hover text-muted" href=Route::Client(id).path()>
                {named}
            </a>
        </nav>
        <PageHeader title=format!("Edit {}", words::client(word)) />
        {states(session, id, load)}
    }
    .into_any()
}

fn states(session: Session, id: ClientId, load: Load<Read>) -> AnyView {
    let is_gone = Memo::new(move |_| {
        load.state.with(
            |state| matches!(state, Loaded::Failed(failure) if failure.is(ProblemCode::NotFound)),
        )
    });
    (move || {
        if is_gone.get() {
            view! { <Gone id on_restored=move || load.retry() /> }.into_any()
        } else {
            view! { <LoadStates load ready=move |read| edit(session, id, read) rows=8 /> }
                .into_any()
        }
    })
    .into_any()
}

fn edit(session: Session, id: ClientId, (read, choices): Read) -> AnyView {
    let fields = RecordFields::of(&read.value, &choices);
    let manager = read.value.account_manager.clone();
    let unnamed = words::client_title(shell::clients_word());
    // What the person began from: only what they change is sent.
    let begun = StoredValue::new(read.value.clone());
    let edited = Edited::of(read);
    let changes = move || Parts::typed(fields).changes(&Parts::of(&begun.get_value(), fields));
    let form = FormState::new().checked_by(move || faults(fields, changes()));
    let submit = move || {
        let (api, body) = (session.api(), changes());
        let again = api.clone();
        let domains = body.email_domains.clone().unwrap_or_default();
        edited.save(
            form,
            body,
            move |body, tag| async move {
                let saved = api.update_client_record(id, &body, &tag).await;
                saved.map_err(|failure| placed_failure(failure, &domains))
            },
            move || async move { again.read_client_record(id).await },
            move |now| {
                let name = now.value.name.as_deref().unwrap_or(unnamed);
                Toasts::get().say(format!("{name} is saved"));
                Route::Client(id).go();
            },
        );
    };
    let take = move |theirs: Tagged<ClientRecord>| {
        fields.take(&theirs.value);
        begun.set_value(theirs.value);
    };
    let theirs = move |theirs: ClientRecord| {
        let (before, now) = (
            Parts::of(&begun.get_value(), fields),
            Parts::of(&theirs, fields),
        );
        differences(&before, &now)
    };
    let says = Says {
        submit: "Save changes".to_owned(),
        busy: "Saving…",
    };
    view! {
        <div class="space-y-5">
            <div class="max-w-3xl">
                <Conflict edited form take theirs />
            </div>
            <RecordForm form fields choices manager says back=Route::Client(id) on_submit=submit />
        </div>
    }
    .into_any()
}

fn faults(fields: RecordFields, changes: UpdateClientRecord) -> Vec<FieldError> {
    let mut found = Vec::new();
    if let Some(values) = &changes.custom_values {
        found.extend(fields.values.faults(values));
    }
    found.extend(missing_regions(
        changes.sites.as_deref().unwrap_or_default(),
    ));
    let domains = changes.email_domains.clone().unwrap_or_default();
    found.extend(placed(errors_of(&changes), &domains));
    found
}
