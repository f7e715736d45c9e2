use super::record_fields::RecordFields;
use crate::components::{CheckBox, FormState};
use crate::pages::hours::{HolidayFields, WeekFields};
use leptos::prelude::*;

/// The business hours, where they are known.
pub(super) fn hours_part(form: FormState, fields: RecordFields) -> AnyView {
    view! {
        <CheckBox
            label="The hours are known"
            value=fields.has_hours
            hint="On the clock of the headquarters."
        />
        <Show when=move || fields.has_hours.get()>
            <WeekFields form inputs=fields.week at="/hours/week" />
            <HolidayFields form inputs=fields.holidays at="/hours/holidays" />
        </Show>
    }
    .into_any()
}
