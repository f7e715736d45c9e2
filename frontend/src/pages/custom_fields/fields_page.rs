use super::field_dialog::FieldDialog;
use super::field_row::field_row;
use crate::components::{
    BeingEdited, Button, Confirm, Editing, EmptyState, Glyph, LoadStates, Look, PageHeader,
    Question,
};
use crate::load::{Load, reading};
use crate::pages::NotHere;
use crate::route::Route;
use crate::session::Session;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{CustomField, CustomFields as Fields};
use leptos::prelude::*;

/// What the parts of the page share.
#[derive(Clone, Copy)]
pub(super) struct FieldsPage {
    pub session: Session,
    pub load: Load<Fields>,
    pub question: RwSignal<Option<Question>>,
    /// What the dialog is open for.
    pub editing: BeingEdited<CustomField>,
    /// Whether a move is on its way.
    pub moving: RwSignal<bool>,
}

/// The partner's own fields, in the order of the form.
#[component]
pub fn CustomFields() -> AnyView {
    let session = Session::get();
    if !session.can(Permission::WriteCustomFields) {
        return view! { <NotHere /> }.into_any();
    }
    let page = FieldsPage {
        session,
        load: Load::start(reading(|api| async move { api.read_custom_fields().await })),
        question: RwSignal::new(None),
        editing: RwSignal::new(None),
        moving: RwSignal::new(false),
    };
    view! {
        <p class="mb-2 text-sm">
            <a class="link" href=Route::Settings.path()>"Settings"</a>
        </p>
        <PageHeader
            title="Additional properties"
            detail="Fields of your own, in the order in which they are asked for where a client is written down."
        >
            {new_button(page)}
        </PageHeader>
        <LoadStates load=page.load ready=move |fields| shown(page, fields.data) rows=4 />
        <FieldDialog page />
        <Confirm question=page.question />
    }
    .into_any()
}

fn new_button(page: FieldsPage) -> AnyView {
    let open = move || page.editing.set(Some(Editing::New));
    view! { <Button label="New field" look=Look::Primary icon=Glyph::Plus on_press=open /> }
        .into_any()
}

fn shown(page: FieldsPage, fields: Vec<CustomField>) -> AnyView {
    let asked_for = |field: &CustomField| field.archived_at.is_none();
    let (active, archived): (Vec<_>, Vec<_>) = fields.into_iter().partition(asked_for);
    let (count, any_archived) = (active.len(), !archived.is_empty());
    let rows = active.into_iter().enumerate();
    let rows: Vec<_> = rows
        .map(|(index, field)| field_row(page, field, Some((index, count))))
        .collect();
    let archived: Vec<_> = archived
        .into_iter()
        .map(|field| field_row(page, field, None))
        .collect();
    let list = if rows.is_empty() {
        nothing(page)
    } else {
        view! { <ul class="divide-y divide-hairline">{rows}</ul> }.into_any()
    };
    view! {
        <div class="space-y-6">
            <div class="rounded border border-hairline bg-base-100">{list}</div>
            {any_archived
                .then(|| {
                    view! {
                        <section aria-labelledby="archived-fields" class="space-y-3">
                            <div>
                                <h2 id="archived-fields">"Archived"</h2>
                                <p class="mt-1 text-sm text-muted">
                                    "No longer asked for. The values that clients have stay on their pages."
                                </p>
                            </div>
                            <div class="rounded border border-hairline bg-base-100">
                                <ul class="divide-y divide-hairline">{archived}</ul>
                            </div>
                        </section>
                    }
                })}
        </div>
    }
    .into_any()
}

fn nothing(page: FieldsPage) -> AnyView {
    view! {
        <EmptyState
            glyph=Glyph::Note
            title="No fields yet"
            detail="Such as a contract number, the day a contract ends, or a level of service."
        >
            {new_button(page)}
        </EmptyState>
    }
    .into_any()
}
