use super::holidays::HolidayFields;
use super::schedule_fields::{DAYS, ScheduleFields};
use crate::components::{Button, Field, Form, FormState, HoursField, WeekPicture};
use crate::route::Route;
use crate::times;
use leptos::prelude::*;

/// The name, the week with its picture, and the holidays of a schedule.
#[component]
pub(super) fn ScheduleForm(
    form: FormState,
    fields: ScheduleFields,
    #[prop(into)] on_submit: Callback<()>,
) -> AnyView {
    let midnight = times::wall(0);
    let past_midnight = format!(
        "A day may have several spans. To stay open past midnight, end at {midnight} and go on from {midnight} the day after."
    );
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
            <fieldset class="space-y-4">
                <legend class="text-lg font-semibold">"Week"</legend>
                <p class="text-sm text-muted">
                    {past_midnight}
                </p>
                <div class="rounded bg-base-200 p-4">
                    <WeekPicture week=Signal::derive(move || fields.week()) />
                </div>
                <div class="divide-y divide-hairline">{days(form, fields)}</div>
            </fieldset>
            <HolidayFields form inputs=fields.holidays />
        </Form>
    }
    .into_any()
}

fn days(form: FormState, fields: ScheduleFields) -> Vec<AnyView> {
    let line = |((_, label, wire), day)| {
        let more = move || match wire {
            "monday" => copy_button(fields),
            _ => ().into_any(),
        };
        view! { <HoursField form pointer=format!("/week/{wire}") label day more /> }.into_any()
    };
    DAYS.into_iter().zip(fields.days).map(line).collect()
}

fn copy_button(fields: ScheduleFields) -> AnyView {
    view! {
        <button type="button" class="btn btn-ghost btn-sm" on:click=move |_| fields.copy_monday()>
            "Copy to Tuesday to Friday"
        </button>
    }
    .into_any()
}
