use super::fields_page::FieldsPage;
use crate::components::{Glyph, Icon, Toasts};
use crate::dom;
use gangway_domain::ids::CustomFieldId;
use gangway_domain::wire::{CustomField, OrderCustomFields};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where a field goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Up,
    Down,
}

impl Way {
    const fn glyph(self) -> Glyph {
        match self {
            Self::Up => Glyph::ArrowUp,
            Self::Down => Glyph::ArrowDown,
        }
    }

    const fn words(self) -> &'static str {
        match self {
            Self::Up => "up",
            Self::Down => "down",
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Up => Self::Down,
            Self::Down => Self::Up,
        }
    }

    fn button_id(self, field: CustomFieldId) -> String {
        format!("{field}-{}", self.words())
    }
}

/// Moves a field by one place.
pub(super) fn move_button(page: FieldsPage, id: CustomFieldId, name: &str, way: Way) -> AnyView {
    let label = format!("Move {name} {}", way.words());
    view! {
        <button
            type="button"
            id=way.button_id(id)
            class="btn btn-ghost btn-sm btn-square"
            aria-label=label.clone()
            title=label.clone()
            aria-disabled=move || page.moving.get().to_string()
            on:click=move |_| move_by_one(page, id, way)
        >
            <Icon glyph=way.glyph() class="size-4" />
        </button>
    }
    .into_any()
}

fn move_by_one(page: FieldsPage, id: CustomFieldId, way: Way) {
    let fields = untrack(|| page.load.value()).map(|fields| fields.data);
    let Some(ids) = fields.and_then(|fields| moved(&fields, id, way)) else {
        return;
    };
    if page.moving.get_untracked() {
        return;
    }
    page.moving.set(true);
    spawn_local(async move {
        let body = OrderCustomFields { ids };
        let outcome = page.session.api().order_custom_fields(&body).await;
        if page.moving.try_set(false).is_some() {
            return;
        }
        match outcome {
            Ok(fields) => {
                page.load.set(fields);
                dom::soon(move || dom::soon(move || focus(id, way)));
            }
            Err(failure) => {
                Toasts::get().fail(&failure);
                page.load.refresh();
            }
        }
    });
}

/// Every field, with one of those that are asked for a place further; archived ones stay behind.
fn moved(fields: &[CustomField], id: CustomFieldId, way: Way) -> Option<Vec<CustomFieldId>> {
    let of = |archived: bool| {
        let fields = fields
            .iter()
            .filter(move |field| field.archived_at.is_some() == archived);
        fields.map(|field| field.id)
    };
    let mut ids: Vec<_> = of(false).collect();
    let at = ids.iter().position(|known| *known == id)?;
    let to = match way {
        Way::Up => at.checked_sub(1)?,
        Way::Down => at + 1,
    };
    if to >= ids.len() {
        return None;
    }
    ids.swap(at, to);
    ids.extend(of(true));
    Some(ids)
}

/// The list is built anew: the button that was pressed, or the other one at the end of the list.
fn focus(id: CustomFieldId, way: Way) {
    let same = way.button_id(id);
    if dom::element(&same).is_some() {
        dom::focus(&same);
    } else {
        dom::focus(&way.other().button_id(id));
    }
}
