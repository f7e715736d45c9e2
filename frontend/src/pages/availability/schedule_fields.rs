use super::holidays::HolidayInputs;
use crate::components::DayInput;
use chrono::Weekday;
use gangway_domain::wire::{OpenHours, SaveSchedule, Schedule, WeekHours};
use leptos::prelude::*;

/// The days of a week in order, with their names and what they are called on the wire.
pub(super) const DAYS: [(Weekday, &str, &str); 7] = [
    (Weekday::Mon, "Monday", "monday"),
    (Weekday::Tue, "Tuesday", "tuesday"),
    (Weekday::Wed, "Wednesday", "wednesday"),
    (Weekday::Thu, "Thursday", "thursday"),
    (Weekday::Fri, "Friday", "friday"),
    (Weekday::Sat, "Saturday", "saturday"),
    (Weekday::Sun, "Sunday", "sunday"),
];

/// A schedule as typed.
#[derive(Clone, Copy)]
pub(super) struct ScheduleFields {
    pub name: RwSignal<String>,
    pub days: [DayInput; 7],
    pub holidays: HolidayInputs,
}

impl ScheduleFields {
    /// The fields of a schedule that is to be changed.
    pub fn of(schedule: &Schedule) -> Self {
        Self {
            name: RwSignal::new(schedule.name.clone()),
            days: DAYS.map(|(day, ..)| DayInput::new(schedule.week.of(day))),
            holidays: HolidayInputs::new(&schedule.holidays),
        }
    }

    /// The fields of a new one: office hours, to begin with something.
    pub fn suggested() -> Self {
        let office = [OpenHours {
            from: "09:00".to_owned(),
            until: "17:00".to_owned(),
        }];
        let hours = |day| match day {
            Weekday::Sat | Weekday::Sun => &[],
            _ => office.as_slice(),
        };
        Self {
            name: RwSignal::new(String::new()),
            days: DAYS.map(|(day, ..)| DayInput::new(hours(day))),
            holidays: HolidayInputs::new(&[]),
        }
    }

    /// Replaces what was typed.
    pub fn take(self, schedule: &Schedule) {
        self.name.set(schedule.name.clone());
        for ((day, ..), input) in DAYS.into_iter().zip(self.days) {
            input.set(schedule.week.of(day));
        }
        self.holidays.set(&schedule.holidays);
    }

    /// Gives Tuesday to Friday the hours of Monday.
    pub fn copy_monday(self) {
        let [monday, weekdays @ .., _, _] = self.days;
        let hours = untrack(|| monday.hours());
        for day in weekdays {
            day.set(&hours);
        }
    }

    /// The week. Follows what is typed.
    pub fn week(self) -> WeekHours {
        let mut week = WeekHours::default();
        for ((day, ..), input) in DAYS.into_iter().zip(self.days) {
            *week.of_mut(day) = input.hours();
        }
        week
    }

    /// The request.
    pub fn body(self) -> SaveSchedule {
        untrack(|| SaveSchedule {
            name: self.name.get(),
            week: self.week(),
            holidays: self.holidays.body(),
        })
    }
}
