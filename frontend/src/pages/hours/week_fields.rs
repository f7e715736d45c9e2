use crate::components::{DayInput, FormState, HoursField, WeekPicture};
use crate::times;
use chrono::Weekday;
use gangway_domain::wire::{OpenHours, WeekHours};
use leptos::prelude::*;

/// The days of a week in order, with their names and what they are called on the wire.
const DAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "Monday", "monday"),
    (Weekday::Tue, "Tuesday", "tuesday"),
    (Weekday::Wed, "Wednesday", "wednesday"),
    (Weekday::Thu, "Thursday", "thursday"),
    (Weekday::Fri, "Friday", "friday"),
    (Weekday::Sat, "Saturday", "saturday"),
    (Weekday::Sun, "Sunday", "sunday"),
];

/// A week as typed.
#[derive(Clone, Copy)]
pub struct WeekInputs([DayInput; 7]);

impl WeekInputs {
    /// The hours of a week that is to be changed.
    pub fn of(week: &WeekHours) -> Self {
        Self(DAYS.map(|(day, ..)| DayInput::new(week.of(day))))
    }

    /// Office hours, to begin with something.
    pub fn suggested() -> Self {
        let office = [OpenHours {
            from: "09:00".to_owned(),
            until: "17:00".to_owned(),
        }];
        let hours = |day| match day {
            Weekday::Sat | Weekday::Sun => &[],
            _ => office.as_slice(),
        };
        Self(DAYS.map(|(day, ..)| DayInput::new(hours(day))))
    }

    /// Replaces what was typed.
    pub fn take(self, week: &WeekHours) {
        for ((day, ..), input) in DAYS.into_iter().zip(self.0) {
            input.set(week.of(day));
        }
    }

    /// Gives Tuesday to Friday the hours of Monday.
    fn copy_monday(self) {
        let [monday, weekdays @ .., _, _] = self.0;
        let hours = untrack(|| monday.hours());
        for day in weekdays {
            day.set(&hours);
        }
    }

    /// The week. Follows what is typed.
    pub fn week(self) -> WeekHours {
        let mut week = WeekHours::default();
        for ((day, ..), input) in DAYS.into_iter().zip(self.0) {
            *week.of_mut(day) = input.hours();
        }
        week
    }
}

/// The hours of a week, with their picture.
#[component]
pub fn WeekFields(
    form: FormState,
    inputs: WeekInputs,
    /// Where the week stands in the request, such as `/week`.
    at: &'static str,
) -> AnyView {
    let midnight = times::wall(0);
    let past_midnight = format!(
        "A day may have several spans. To stay open past midnight, end at {midnight} and go on from {midnight} the day after."
    );
    view! {
        <fieldset class="space-y-4">
            <legend class="text-lg font-semibold">"Week"</legend>
            <p class="text-sm text-muted">
                {past_midnight}
            </p>
            <div class="rounded bg-base-200 p-4">
                <WeekPicture week=Signal::derive(move || inputs.week()) />
            </div>
            <div class="divide-y divide-hairline">{days(form, inputs, at)}</div>
        </fieldset>
    }
    .into_any()
}

fn days(form: FormState, inputs: WeekInputs, at: &'static str) -> Vec<AnyView> {
    let line = |((_, label, wire), day)| {
        let more = move || match wire {
            "monday" => copy_button(inputs),
            _ => ().into_any(),
        };
        view! { <HoursField form pointer=format!("{at}/{wire}") label day more /> }.into_any()
    };
    DAYS.into_iter().zip(inputs.0).map(line).collect()
}

fn copy_button(inputs: WeekInputs) -> AnyView {
    view! {
        <button type="button" class="btn btn-ghost btn-sm" on:click=move |_| inputs.copy_monday()>
            "Copy to Tuesday to Friday"
        </button>
    }
    .into_any()
}
