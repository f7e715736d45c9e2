use super::changes::changes;
use super::preview::preview;
use crate::components::{Button, FailureAlert, Look, Notice, Question, Tone};
use crate::pages::clients::imports::matching::Matching;
use crate::pages::clients::imports::one::{Watched, count};
use crate::pages::clients::imports::rows::FaultyRows;
use crate::pages::shell;
use crate::words;
use gangway_api_client::Failure;
use gangway_domain::wire::HeaderColumn;
use leptos::prelude::*;

/// The list was read; nothing is written until it is confirmed.
pub fn ready(watched: Watched) -> AnyView {
    let import = watched.now(|import| Some(import.clone()));
    let Some(import) = import else {
        return ().into_any();
    };
    view! {
        <div class="space-y-8">
            {summary(watched)}
            {import.is_matched.then(|| matched(watched, import.header.clone()))}
            {(import.faulty > 0 || import.corrected > 0).then(|| view! { <FaultyRows watched /> })}
            {changes(&import.changes)}
            {preview(watched)}
        </div>
    }
    .into_any()
}

fn summary(watched: Watched) -> AnyView {
    let rows = move || watched.of(|import| count(import.rows));
    let good = move || watched.of(|import| count(import.good));
    let faulty = move || watched.of(|import| count(import.faulty));
    let follows = move || follows(rows(), good(), faulty());
    view! {
        <section class="card-box space-y-5" aria-labelledby="summary-heading">
            <h2 id="summary-heading">"What is in it"</h2>
            <dl class="grid grid-cols-3 gap-4">
                {figure("Rows", Signal::derive(rows))} {figure("Good", Signal::derive(good))}
                {figure("Wrong", Signal::derive(faulty))}
            </dl>
            <p class="text-sm" role="status">
                {follows}
            </p>
            {decision(watched)}
        </section>
    }
    .into_any()
}

fn figure(term: &'static str, value: Signal<u64>) -> AnyView {
    view! {
        <div class="flex flex-col">
            <dt class="text-sm text-muted">{term}</dt>
            <dd class="text-xl font-semibold">{move || words::grouped(value.get())}</dd>
        </div>
    }
    .into_any()
}

/// What follows from these counts.
fn follows(rows: u64, good: u64, faulty: u64) -> String {
    let clients = words::counted_clients(good, shell::clients_word());
    match (rows, good, faulty) {
        (0, ..) => "The file has a header and no rows, so there is nothing to import.".to_owned(),
        (_, 0, _) => {
            "No row can be imported as it is. Correct some below, or upload the list again."
                .to_owned()
        }
        (.., 0) => format!("Nothing is written yet. {clients} will be made when you confirm."),
        _ => format!(
            "Nothing is written yet. {clients} will be made when you confirm; {} left out unless you correct them first.",
            match faulty {
                1 => "1 row is".to_owned(),
                many => format!("{} are", words::counted(many, "row")),
            }
        ),
    }
}

fn decision(watched: Watched) -> AnyView {
    let (confirming, failure) = (RwSignal::new(false), RwSignal::new(None::<Failure>));
    let good = move || watched.of(|import| count(import.good));
    let label = move || {
        let clients = words::counted_clients(good(), shell::clients_word());
        format!("Import {clients}")
    };
    let confirm = move || {
        watched.act(confirming, failure, |api, id| async move {
            api.confirm_import(id).await
        });
    };
    view! {
        <FailureAlert failure />
        <div class="flex flex-wrap gap-3">
            <Show when=move || { good() > 0 }>
                <Button
                    label=Signal::derive(label)
                    busy_label="Starting the import…"
                    look=Look::Primary
                    busy=confirming
                    on_press=confirm
                />
            </Show>
            <Button label="Discard" disabled=confirming on_press=move || ask(watched) />
        </div>
    }
    .into_any()
}

fn ask(watched: Watched) {
    let file = watched.now(|import| import.file_name.clone());
    let title = format!("Discard {file}?");
    let detail = "Nothing of it is imported, and what was corrected here goes with it. The file can be uploaded again.";
    let question = Question::new(
        title,
        detail,
        ("Discard", "Discarding…"),
        move || async move {
            let import = watched.session.api().cancel_import(watched.id).await?;
            watched.set(import);
            Ok(())
        },
    );
    watched.question.set(Some(question));
}

/// The list has another layout, which somebody matched for it or for one before. It can be matched
/// otherwise.
fn matched(watched: Watched, header: Vec<HeaderColumn>) -> AnyView {
    let open = RwSignal::new(false);
    let header = StoredValue::new(header);
    view! {
        <Notice tone=Tone::Neutral title="The columns are read as they were matched">
            <p>"This is remembered: the next file with the same header is read like it, without asking."</p>
            <Show when=move || !open.get()>
                <Button label="Match otherwise" small=true on_press=move || open.set(true) />
            </Show>
        </Notice>
        <Show when=move || open.get()>
            <Matching watched header=header.get_value() />
            <p class="text-sm text-muted">
                "Rows that were corrected here are as in the file again then."
            </p>
        </Show>
    }
    .into_any()
}
