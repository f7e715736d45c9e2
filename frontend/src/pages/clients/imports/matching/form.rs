use super::choices::Choices;
use crate::components::{Form, FormState, LoadStates, Select, Stars};
use crate::load::{Load, reading};
use crate::pages::clients::imports::one::Watched;
use gangway_domain::wire::{HeaderColumn, ImportColumn, MatchColumns, Page};
use leptos::prelude::*;

/// The form that says what each column of the file is.
#[component]
pub fn Matching(watched: Watched, header: Vec<HeaderColumn>) -> AnyView {
    let columns = Load::start(reading(
        |api| async move { api.list_import_columns().await },
    ));
    let ready = move |known: Page<ImportColumn>| form(watched, &header, known.data);
    view! {
        <section aria-labelledby="match-heading" class="space-y-4">
            <div>
                <h2 id="match-heading">"Match the columns"</h2>
                <p class="mt-1 max-w-2xl text-sm text-muted">
                    "Say what each column of the file is; those with a * must be chosen. Then it is checked as it is, and the match is remembered: the next file with the same header is read like it, without asking."
                </p>
            </div>
            <div class="card-box">
                <LoadStates load=columns ready rows=4 />
            </div>
        </section>
    }
    .into_any()
}

fn form(watched: Watched, header: &[HeaderColumn], known: Vec<ImportColumn>) -> AnyView {
    provide_context(Stars);
    let choices = Choices::proposed(header, known);
    let form = FormState::new().checked_by(move || choices.faults());
    let submit = move || {
        let (api, id) = (watched.session.api(), watched.id);
        let body = MatchColumns {
            columns: choices.chosen(),
        };
        form.submit(
            body,
            move |body, _| async move { api.match_import_columns(id, &body).await },
            move |import| watched.set(import),
        );
    };
    let options = Signal::stored(choices.options());
    let select = move |(at, (name, value)): (usize, (String, RwSignal<String>))| {
        view! {
            <Select
                form
                pointer=format!("/columns/{at}")
                label=name
                value
                options
                prompt="Leave out"
                optional=true
            />
        }
    };
    let selects: Vec<_> = choices.each().into_iter().enumerate().map(select).collect();
    view! {
        <Form form on_submit=submit submit="Match and check again" busy="Checking…">
            <p class="text-sm" role="status">
                {move || choices.still_needed()}
            </p>
            <div class="grid gap-5 sm:grid-cols-2 lg:grid-cols-3">{selects}</div>
        </Form>
    }
    .into_any()
}
