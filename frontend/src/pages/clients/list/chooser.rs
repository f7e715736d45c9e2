use super::columns::Columns;
use crate::components::{Button, CheckBox, Dialog, Glyph, Look};
use leptos::prelude::*;

/// The button and its dialog that say which columns show.
#[component]
pub(super) fn ColumnChooser(columns: Columns) -> AnyView {
    let open = RwSignal::new(false);
    columns.keep();
    let boxes = move || {
        let each = columns.each();
        each.map(|(column, shows)| view! { <CheckBox label=column.title() value=shows /> })
            .collect_view()
    };
    view! {
        <Button label="Columns" icon=Glyph::Columns on_press=move || open.set(true) />
        <Dialog open title="Columns">
            <p class="mb-4 text-sm text-muted">"What the list shows of each, besides the name. Kept in this browser."</p>
            <div class="space-y-3">{boxes()}</div>
            <div class="mt-6 flex justify-end">
                <Button label="Done" look=Look::Primary on_press=move || open.set(false) />
            </div>
        </Dialog>
    }
    .into_any()
}
