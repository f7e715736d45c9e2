use super::list_page::ListPage;
use super::selection::MOST;
use crate::components::{Button, Glyph, Look, Question, Toasts};
use crate::pages::shell;
use crate::times;
use crate::words;
use gangway_api_client::IdempotencyKey;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::DeleteClients;
use leptos::prelude::*;

/// Names that a question tells; the rest is counted.
const TOLD: usize = 3;

/// How many clients there are; while some are ticked, what can be done with them.
pub(super) fn tally(page: ListPage) -> AnyView {
    let some = move || page.selection.count() > 0;
    let counted = move || {
        let total = page.clients.total.get();
        total.map(|total| words::counted_clients(total, shell::clients_word()))
    };
    view! {
        <div class="mb-3 flex min-h-8 flex-wrap items-center gap-3 text-sm">
            <p role="status" class="text-muted">
                {move || {
                    if some() {
                        format!("{} selected", page.selection.count())
                    } else {
                        counted().unwrap_or_default()
                    }
                }}
            </p>
            <Show when=some>{tools(page)}</Show>
        </div>
    }
    .into_any()
}

fn tools(page: ListPage) -> AnyView {
    let too_many = Signal::derive(move || page.selection.count() > MOST);
    view! {
        <Button
            label="Delete"
            icon=Glyph::Trash
            small=true
            disabled=too_many
            on_press=move || ask(page)
        />
        <Button label="Clear selection" look=Look::Quiet small=true on_press=move || page.selection.clear() />
        <Show when=move || too_many.get()>
            <span>{format!("At most {MOST} can be deleted at once.")}</span>
        </Show>
    }
    .into_any()
}

fn ask(page: ListPage) {
    let chosen = page.selection.chosen();
    let count = u64::try_from(chosen.len()).unwrap_or_default();
    let word = shell::clients_word();
    let title = match chosen.as_slice() {
        [(_, name)] => format!("Delete {name}?"),
        _ => format!("Delete {}?", words::counted_clients(count, word)),
    };
    let detail = format!(
        "{} From then on nobody sees them, their own people included. They can be restored for a while: choose the status Deleted.",
        named(&chosen)
    );
    let ids: Vec<ClientId> = chosen.into_iter().map(|(id, _)| id).collect();
    // A second try after a lost answer is the same deletion.
    let key = IdempotencyKey::random();
    let question = Question::new(title, detail, ("Delete", "Deleting…"), move || {
        let (body, key) = (DeleteClients { ids: ids.clone() }, key.clone());
        async move {
            let done = page.session.api().delete_clients(&body, &key).await?;
            Toasts::get().say(format!(
                "{} deleted. They can be restored until {}.",
                words::counted_clients(done.deleted, word),
                times::day(done.restorable_until)
            ));
            page.selection.clear();
            page.clients.refresh();
            Ok(())
        }
    });
    page.question.set(Some(question));
}

/// "Acme, Beta, Gamma and 7 more."
fn named(chosen: &[(ClientId, String)]) -> String {
    if chosen.len() < 2 {
        return String::new();
    }
    let names = chosen.iter().take(TOLD).map(|(_, name)| name.as_str());
    let names = names.collect::<Vec<_>>().join(", ");
    match chosen.len().saturating_sub(TOLD) {
        0 => format!("{names}."),
        more => format!("{names} and {more} more."),
    }
}
