use super::list_page::{ListPage, import_link};
use crate::components::{Button, EmptyState, Glyph, Look};
use crate::pages::shell;
use crate::words;
use gangway_domain::roles::Permission;
use leptos::prelude::*;

/// What shows where the list has nothing.
pub(super) fn empty(page: ListPage) -> AnyView {
    if page.filters.narrow() {
        return nothing_found(page);
    }
    let word = shell::clients_word();
    let title = format!("No {} yet", words::clients(word).to_lowercase());
    let may_add = page.session.can(Permission::CreateClients);
    let detail = if may_add {
        "Invite the first one by email, write its details down yourself, or import a list."
    } else {
        "As soon as you are made the engineer of one, it is here."
    };
    view! {
        <EmptyState glyph=Glyph::Building title detail>
            {may_add
                .then(|| {
                    let label = format!("New {}", words::client_title(word));
                    view! {
                        <div class="flex flex-wrap justify-center gap-3">
                            <Button label look=Look::Primary on_press=move || page.adding.set(true) />
                            {import_link(word)}
                        </div>
                    }
                })}
        </EmptyState>
    }
    .into_any()
}

fn nothing_found(page: ListPage) -> AnyView {
    let q = page.filters.q.get();
    let detail = if page.filters.deleted() {
        "What is deleted stays here until it can no longer be restored.".to_owned()
    } else if q.is_empty() {
        "None of them fits these filters.".to_owned()
    } else {
        format!("None whose name or email has “{q}” in it fits.")
    };
    view! {
        <EmptyState glyph=Glyph::Search title="Nothing found" detail>
            <Button label="Clear filters" on_press=move || page.filters.clear() />
        </EmptyState>
    }
    .into_any()
}
