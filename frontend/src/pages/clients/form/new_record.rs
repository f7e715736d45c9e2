use super::faults::{missing_regions, placed, placed_failure};
use super::parts::Parts;
use super::record_fields::RecordFields;
use super::record_form::{RecordForm, Says};
use crate::components::{FormState, LoadStates, PageHeader, Toasts, errors_of};
use crate::load::{Load, reading};
use crate::pages::{NotHere, shell};
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::problem::FieldError;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{ClientRecord, RecordChoices};
use leptos::prelude::*;

/// The page that writes a client down.
#[component]
pub fn NewClientRecord() -> AnyView {
    let session = Session::get();
    if !session.can(Permission::CreateClients) {
        return view! { <NotHere /> }.into_any();
    }
    let choices = Load::start(reading(
        |api| async move { api.read_record_choices().await },
    ));
    let word = shell::clients_word();
    view! {
        <nav class="mb-2 text-sm" aria-label="Breadcrumb">
            <a class="link link-hover text-muted" href=Route::Clients.path()>
                {words::clients(word)}
            </a>
        </nav>
        <PageHeader
            title=format!("New {}", words::client(word))
            detail="Written down for your staff. Nobody at the company is invited by it."
        />
        <LoadStates load=choices ready=move |choices| fill_in(session, choices) rows=8 />
    }
    .into_any()
}

fn fill_in(session: Session, choices: RecordChoices) -> AnyView {
    let fields = RecordFields::suggested(&choices);
    let form = FormState::new().checked_by(move || faults(fields));
    let submit = move || {
        let api = session.api();
        let parts = Parts::typed(fields);
        let domains = parts.domains.clone();
        form.submit(
            parts.whole(),
            move |body, key| async move {
                let made = api.create_client_record(&body, &key).await;
                made.map_err(|failure| placed_failure(failure, &domains))
            },
            |made: ClientRecord| {
                Toasts::get().say(format!("{} is saved", made.name.unwrap_or_default()));
                Route::Client(made.id).go();
            },
        );
    };
    let says = Says {
        submit: format!("Save {}", shell::client_word()),
        busy: "Saving…",
    };
    view! { <RecordForm form fields choices manager=None says back=Route::Clients on_submit=submit /> }
        .into_any()
}

fn faults(fields: RecordFields) -> Vec<FieldError> {
    let parts = Parts::typed(fields);
    let mut found = fields.values.faults(&parts.values);
    found.extend(missing_regions(&parts.sites));
    let domains = parts.domains.clone();
    found.extend(placed(errors_of(&parts.whole()), &domains));
    found
}
