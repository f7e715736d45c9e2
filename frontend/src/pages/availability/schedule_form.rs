use super::schedule_fields::ScheduleFields;
use crate::components::{Button, Field, Form, FormState};
use crate::pages::hours::{HolidayFields, WeekFields};
use crate::route::Route;
use leptos::prelude::*;

/// The name, the week with its picture, and the holidays of a schedule.
#[component]
pub(super) fn ScheduleForm(
    form: FormState,
    fields: ScheduleFields,
    #[prop(into)] on_submit: Callback<()>,
) -> AnyView {
    let cancel =
        || view! { <Button label="Cancel" on_press=|()| Route::Availability.go() /> }.into_any();
    view! {
        <Form form on_submit submit="Save schedule" busy="Saving…" before=cancel>
            <Field
                form
                pointer="/name"
                label="Name"
                value=fields.name
                hint="For you to tell schedules apart, such as Office hours. Visitors do not see it."
            />
            <WeekFields form inputs=fields.week at="/week" />
            <HolidayFields form inputs=fields.holidays at="/holidays" />
        </Form>
    }
    .into_any()
}
