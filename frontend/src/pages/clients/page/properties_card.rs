use super::values::{text, web_link};
use crate::components::{Definition, Definitions};
use crate::times;
use gangway_domain::wire::{CustomFieldKind, CustomValue};
use leptos::prelude::*;

/// What the client has in the partner's own fields; nothing where it has none.
pub(super) fn properties_card(values: &[CustomValue]) -> AnyView {
    if values.is_empty() {
        return ().into_any();
    }
    let line = |value: &CustomValue| {
        let (name, shown) = (value.name.clone(), shown(value));
        let no_longer = value
            .is_archived
            .then(|| view! { <span class="text-muted">" (no longer asked for)"</span> });
        view! {
            <Definition term=name>
                {shown}
                {no_longer}
            </Definition>
        }
    };
    let lines: Vec<_> = values.iter().map(line).collect();
    view! {
        <section class="card-box" aria-labelledby="properties-heading">
            <h2 id="properties-heading" class="mb-2">
                "Additional properties"
            </h2>
            <Definitions>{lines}</Definitions>
        </section>
    }
    .into_any()
}

fn shown(value: &CustomValue) -> AnyView {
    let words = value.value.clone();
    match value.kind {
        CustomFieldKind::Link => web_link(words),
        CustomFieldKind::Date => text(words.parse().map_or(words, times::date)),
        CustomFieldKind::YesNo if words == "yes" => text("Yes".to_owned()),
        CustomFieldKind::YesNo => text("No".to_owned()),
        CustomFieldKind::Text | CustomFieldKind::Number | CustomFieldKind::Choice => text(words),
    }
}
