use super::watched::{Watched, count};
use crate::components::{Button, Glyph, Notice, Question, Tone};
use crate::pages::shell;
use crate::route::Route;
use crate::words;
use gangway_api_client::Failure;
use gangway_domain::ids::ClientId;
use gangway_domain::problem::FieldError;
use gangway_domain::roles::Permission;
use leptos::prelude::*;

/// The way back, for those who may delete clients, and what stands in its way.
pub(super) fn undo(watched: Watched) -> AnyView {
    let made = watched.now(|import| count(import.created));
    if made == 0 || !watched.session.can(Permission::DeleteClients) {
        return ().into_any();
    }
    let refused = RwSignal::new(None::<Failure>);
    view! {
        <section class="card-box space-y-4" aria-labelledby="undo-heading">
            <h2 id="undo-heading">"Undo"</h2>
            <p class="text-sm text-muted">
                "Deletes what this import made, as long as nobody has changed any of it. What is deleted can be restored for a while."
            </p>
            {move || refused.get().map(|failure| changed(&failure))}
            <Button label="Undo this import" icon=Glyph::Trash on_press=move || ask(watched, made, refused) />
        </section>
    }
    .into_any()
}

fn ask(watched: Watched, made: u64, refused: RwSignal<Option<Failure>>) {
    let clients = words::counted_clients(made, shell::clients_word());
    let file = watched.now(|import| import.file_name.clone());
    let title = format!("Undo the import of {file}?");
    let detail = format!(
        "Its {clients} will be deleted, unless somebody has changed one of them. From then on nobody sees them. They can be restored one by one for a while."
    );
    refused.set(None);
    let question = Question::new(
        title,
        detail,
        ("Undo import", "Undoing…"),
        move || async move {
            match watched.session.api().undo_import(watched.id).await {
                Ok(import) => watched.set(import),
                // Those that were changed are named on the page, where one can go to them.
                Err(failure) if !failure.field_errors().is_empty() => refused.set(Some(failure)),
                Err(failure) => return Err(failure),
            }
            Ok(())
        },
    );
    watched.question.set(Some(question));
}

fn changed(failure: &Failure) -> AnyView {
    let line = |error: &FieldError| {
        let client = error.pointer.strip_prefix("/clients/");
        let client = client.and_then(|id| id.parse::<ClientId>().ok());
        let message = error.message.clone();
        match client {
            Some(id) => {
                view! { <li><a class="link" href=Route::Client(id).path()>{message}</a></li> }
                    .into_any()
            }
            None => view! { <li>{message}</li> }.into_any(),
        }
    };
    let lines: Vec<_> = failure.field_errors().iter().map(line).collect();
    let words = failure.to_string();
    view! {
        <Notice tone=Tone::Bad assertive=true>
            <p>{words}</p>
            <ul class="list-disc space-y-1 pl-5">{lines}</ul>
        </Notice>
    }
    .into_any()
}
