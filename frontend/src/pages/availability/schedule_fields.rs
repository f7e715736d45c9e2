use crate::pages::hours::{HolidayInputs, WeekInputs};
use gangway_domain::wire::{SaveSchedule, Schedule};
use leptos::prelude::*;

/// A schedule as typed.
#[derive(Clone, Copy)]
pub(super) struct ScheduleFields {
    pub name: RwSignal<String>,
    pub week: WeekInputs,
    pub holidays: HolidayInputs,
}

impl ScheduleFields {
    /// The fields of a schedule that is to be changed.
    pub fn of(schedule: &Schedule) -> Self {
        Self {
            name: RwSignal::new(schedule.name.clone()),
            week: WeekInputs::of(&schedule.week),
            holidays: HolidayInputs::new(&schedule.holidays),
        }
    }

    /// The fields of a new one: office hours, to begin with something.
    pub fn suggested() -> Self {
        Self {
            name: RwSignal::new(String::new()),
            week: WeekInputs::suggested(),
            holidays: HolidayInputs::new(&[]),
        }
    }

    /// Replaces what was typed.
    pub fn take(self, schedule: &Schedule) {
        self.name.set(schedule.name.clone());
        self.week.take(&schedule.week);
        self.holidays.set(&schedule.holidays);
    }

    /// The request.
    pub fn body(self) -> SaveSchedule {
        untrack(|| SaveSchedule {
            name: self.name.get(),
            week: self.week.week(),
            holidays: self.holidays.body(),
        })
    }
}
