use super::field_dialog::edit;
use super::fields_page::FieldsPage;
use super::order::{Way, move_button};
use crate::components::{Glyph, Icon, Menu, MenuItem, Question, Toasts};
use gangway_domain::wire::{CustomField, CustomFieldKind, UpdateCustomField};
use leptos::prelude::*;

/// A field as a line of the list; with its place among how many, where it is asked for.
pub(super) fn field_row(
    page: FieldsPage,
    field: CustomField,
    place: Option<(usize, usize)>,
) -> AnyView {
    let name = field.name.clone();
    let label = format!("Actions for {name}");
    let (id, what) = (field.id, what(&field));
    let moves = place.map(|(index, count)| {
        let up = (index > 0).then(|| move_button(page, id, &name, Way::Up));
        let down = (index + 1 < count).then(|| move_button(page, id, &name, Way::Down));
        view! { <div class="flex w-18 shrink-0 justify-end gap-1">{up} {down}</div> }
    });
    let asked = field.clone();
    let put_away = if place.is_some() {
        MenuItem::new(Glyph::Archive, "Archive", move || archive(page, &asked)).dangerous()
    } else {
        MenuItem::new(Glyph::Check, "Bring back", move || bring_back(page, &asked))
    };
    let items = vec![
        MenuItem::new(Glyph::Gear, "Edit", move || edit(page, id)),
        put_away,
    ];
    view! {
        <li class="flex items-center gap-3 px-4 py-3 sm:px-6">
            <div class="min-w-0 grow">
                <p class="truncate text-sm font-semibold" title=name.clone()>{name.clone()}</p>
                <p class="truncate text-sm text-muted" title=what.clone()>{what.clone()}</p>
            </div>
            {moves}
            <Menu label items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        </li>
    }
    .into_any()
}

/// "Choice: Gold, Silver. Needed to save."
fn what(field: &CustomField) -> String {
    let kind = match field.kind {
        CustomFieldKind::Choice => format!("Choice: {}", field.choices.join(", ")),
        other => other.title().to_owned(),
    };
    if field.is_mandatory {
        format!("{kind}. Needed to save.")
    } else {
        kind
    }
}

fn archive(page: FieldsPage, field: &CustomField) {
    let title = format!("Archive “{}”?", field.name);
    let detail =
        "It is no longer asked for. The values that clients have stay, and it can be brought back.";
    let words = ("Archive", "Archiving…");
    put(page, field, true, (title, detail, words));
}

fn bring_back(page: FieldsPage, field: &CustomField) {
    let title = format!("Bring “{}” back?", field.name);
    let detail = "It is asked for again, with the values that clients have.";
    let words = ("Bring back", "Bringing it back…");
    put(page, field, false, (title, detail, words));
}

type Asked = (String, &'static str, (&'static str, &'static str));

fn put(page: FieldsPage, field: &CustomField, is_archived: bool, (title, detail, words): Asked) {
    let (id, name) = (field.id, field.name.clone());
    let question = Question::new(title, detail, words, move || {
        let (api, name) = (page.session.api(), name.clone());
        async move {
            let read = api.read_custom_field(id).await?;
            let change = UpdateCustomField {
                is_archived: Some(is_archived),
                ..UpdateCustomField::default()
            };
            api.update_custom_field(id, &change, &read.etag).await?;
            Toasts::get().say(if is_archived {
                format!("“{name}” is archived")
            } else {
                format!("“{name}” is asked for again")
            });
            page.load.refresh();
            Ok(())
        }
    });
    page.question.set(Some(if is_archived {
        question
    } else {
        question.harmless()
    }));
}
