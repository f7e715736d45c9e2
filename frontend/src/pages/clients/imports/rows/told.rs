use crate::components::{Glyph, Icon};
use gangway_domain::client_rows::FaultCode;
use leptos::prelude::*;

/// A value of the file: text, whatever it is.
pub fn value(value: &str) -> AnyView {
    if value.is_empty() {
        return view! { <span class="text-muted">"(empty)"</span> }.into_any();
    }
    view! {
        <code class="rounded bg-base-200 px-1 font-mono text-xs break-all whitespace-pre-wrap">
            {value.to_owned()}
        </code>
    }
    .into_any()
}

/// What stands where something is wrong, if that says something: an empty cell only where it may not be empty.
pub fn shown(code: FaultCode, value: &str) -> Option<&str> {
    let is_missing = matches!(code, FaultCode::Required | FaultCode::RequiredTogether);
    (is_missing || !value.is_empty()).then_some(value)
}

/// "Row 5, Timezone"
pub fn place(row: u32, column: Option<&str>) -> String {
    match column {
        Some(column) => format!("Row {row}, {column}"),
        None => format!("Row {row}"),
    }
}

/// What is wrong: where, what stands there, why, and what to do. A row or a file as a whole may have nothing
/// to show.
pub fn told(place: String, shown: Option<&str>, reason: String, remedy: String) -> AnyView {
    view! {
        <div class="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
            <div class="flex min-w-0 items-start gap-2">
                <Icon glyph=Glyph::Warning class="mt-0.5 size-4 text-error" />
                <p class="min-w-0">
                    <span class="font-semibold">{place}</span>
                    {shown.map(|shown| view! { ": " {value(shown)} })}
                </p>
            </div>
            <p class="min-w-0 pl-6 sm:pl-0">
                {reason} " " <span class="text-muted">{remedy}</span>
            </p>
        </div>
    }
    .into_any()
}
