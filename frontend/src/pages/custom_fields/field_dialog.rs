use super::fields_page::FieldsPage;
use crate::components::edit as edit_in;
use crate::components::{
    Button, CheckBox, Conflict, DialogFor, Edited, Editing, Field, Form, FormState, Select,
    TextArea, Toasts, edit_title, errors_of,
};
use gangway_api_client::Tagged;
use gangway_domain::ids::CustomFieldId;
use gangway_domain::problem::FieldError;
use gangway_domain::wire::{CustomField, CustomFieldKind, NewCustomField, UpdateCustomField};
use leptos::prelude::*;

/// Opens the dialog over the newest version.
pub(super) fn edit(page: FieldsPage, id: CustomFieldId) {
    let api = page.session.api();
    let read = async move { api.read_custom_field(id).await };
    edit_in(page.editing, read, move || page.load.refresh());
}

/// The dialog that makes a field or changes it.
#[component]
pub(super) fn FieldDialog(page: FieldsPage) -> AnyView {
    let body = move |editing, busy| fields(page, editing, busy);
    let title = edit_title(page.editing, "field");
    view! { <DialogFor what=page.editing title body /> }.into_any()
}

/// A field as typed.
#[derive(Clone, Copy)]
struct Fields {
    name: RwSignal<String>,
    kind: RwSignal<String>,
    /// One per line.
    choices: RwSignal<String>,
    is_mandatory: RwSignal<bool>,
}

impl Fields {
    fn new() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            kind: RwSignal::new(CustomFieldKind::Text.as_str().to_owned()),
            choices: RwSignal::new(String::new()),
            is_mandatory: RwSignal::new(false),
        }
    }

    fn take(self, field: &CustomField) {
        self.name.set(field.name.clone());
        self.kind.set(field.kind.as_str().to_owned());
        self.choices.set(field.choices.join("\n"));
        self.is_mandatory.set(field.is_mandatory);
    }

    fn kind(self) -> CustomFieldKind {
        self.kind
            .with(|kind| CustomFieldKind::parse(kind))
            .unwrap_or(CustomFieldKind::Text)
    }

    fn is_choice(self) -> bool {
        self.kind() == CustomFieldKind::Choice
    }

    /// The field as it is to be. Also the rules of a changed one: the same fields under the same names.
    fn body(self) -> NewCustomField {
        untrack(|| {
            let choices = self.choices.get();
            let lines = choices.lines().map(str::trim);
            let lines = lines.filter(|line| self.is_choice() && !line.is_empty());
            NewCustomField {
                name: self.name.get(),
                kind: self.kind(),
                choices: lines.map(str::to_owned).collect(),
                is_mandatory: self.is_mandatory.get(),
            }
        })
    }

    fn changes(self) -> UpdateCustomField {
        let NewCustomField {
            name,
            kind,
            choices,
            is_mandatory,
        } = self.body();
        UpdateCustomField {
            name: Some(name),
            choices: (kind == CustomFieldKind::Choice).then_some(choices),
            is_mandatory: Some(is_mandatory),
            is_archived: None,
        }
    }

    /// What the shared rules say; what they say of the whole is about the choices.
    fn faults(self) -> Vec<FieldError> {
        let found = errors_of(&self.body()).into_iter();
        let placed = found.map(|error| FieldError {
            pointer: match error.pointer.as_str() {
                "" => "/choices".to_owned(),
                _ => error.pointer,
            },
            ..error
        });
        placed.collect()
    }
}

fn fields(page: FieldsPage, editing: Editing<CustomField>, held: RwSignal<bool>) -> AnyView {
    let fields = Fields::new();
    let form = FormState::new().checked_by(move || fields.faults());
    Effect::new(move |_| held.set(form.busy.get()));
    let (conflict, kind, submit) = match editing {
        Editing::New => {
            let submit = Callback::new(move |()| create(page, form, fields));
            (None, kind_field(form, fields), submit)
        }
        Editing::Of(read) => {
            fields.take(&read.value);
            let kind = kept_kind(read.value.kind);
            let edited = Edited::of(read);
            let take = move |theirs: Tagged<CustomField>| fields.take(&theirs.value);
            let conflict = view! { <Conflict edited form take /> };
            let submit = Callback::new(move |()| save(page, form, edited, fields));
            (Some(conflict), kind, submit)
        }
    };
    let cancel = move || {
        view! { <Button label="Cancel" on_press=move || page.editing.set(None) /> }.into_any()
    };
    view! {
        <div class="space-y-5">
            {conflict}
            <Form form on_submit=submit submit="Save field" busy="Saving…" before=cancel>
                <Field form pointer="/name" label="Name" value=fields.name focused=true placeholder="Contract number" />
                {kind}
                <Show when=move || fields.is_choice()>
                    <TextArea
                        form
                        pointer="/choices"
                        label="Choices"
                        value=fields.choices
                        hint="One per line. A value that you take away stays with those who have it."
                        rows=5
                    />
                </Show>
                <CheckBox
                    label="Needed to save"
                    value=fields.is_mandatory
                    hint="Those who are there already stay as they are until somebody next fills in their properties."
                />
            </Form>
        </div>
    }
    .into_any()
}

fn kind_field(form: FormState, fields: Fields) -> AnyView {
    let pair = |kind: CustomFieldKind| (kind.as_str().to_owned(), kind.title().to_owned());
    let options = Signal::stored(CustomFieldKind::ALL.map(pair).to_vec());
    view! {
        <Select
            form
            pointer="/kind"
            label="What it holds"
            value=fields.kind
            options
            hint="Stays as it is once the field is there."
        />
    }
    .into_any()
}

fn kept_kind(kind: CustomFieldKind) -> AnyView {
    view! {
        <p class="text-sm">
            <span class="font-semibold">"What it holds: "</span>
            {kind.title()}
        </p>
    }
    .into_any()
}

fn create(page: FieldsPage, form: FormState, fields: Fields) {
    let api = page.session.api();
    form.submit(
        fields.body(),
        |body, key| async move { api.create_custom_field(&body, &key).await },
        move |made: CustomField| saved(page, &made.name),
    );
}

fn save(page: FieldsPage, form: FormState, edited: Edited<CustomField>, fields: Fields) {
    let (api, id) = (page.session.api(), edited.known().id);
    let again = api.clone();
    edited.save(
        form,
        fields.changes(),
        move |body, tag| async move { api.update_custom_field(id, &body, &tag).await },
        move || async move { again.read_custom_field(id).await },
        move |now| saved(page, &now.value.name),
    );
}

fn saved(page: FieldsPage, name: &str) {
    Toasts::get().say(format!("“{name}” is saved"));
    page.editing.set(None);
    page.load.refresh();
}
