//! A schedule as it was sent, with every value in its one form.

use crate::refusal::Refusal;
use gangway_domain::hours::in_order;
use gangway_domain::values::Line;
use gangway_domain::wire::{Holiday, SaveSchedule, WeekHours};
use serde_json::Value;

/// A schedule as it is to be stored: hours and holidays in order.
pub struct Plan {
    pub name: Line,
    pub week: WeekHours,
    pub holidays: Vec<Holiday>,
}

impl Plan {
    /// Takes what its own rules let through.
    pub fn parse(body: SaveSchedule) -> Result<Self, Refusal> {
        let SaveSchedule {
            name,
            mut week,
            holidays,
        } = body;
        for hours in week.all_mut() {
            *hours = in_order(hours);
        }
        let each = holidays.into_iter().enumerate();
        let holidays = each.map(|(index, holiday)| tidy(index, holiday));
        let mut holidays = holidays.collect::<Result<Vec<_>, _>>()?;
        holidays.sort_by_key(|holiday| holiday.on);
        Ok(Self {
            name: Line::parse(&name).map_err(|r| Refusal::rejected("/name", &r))?,
            week,
            holidays,
        })
    }

    /// The name as it is compared: two that differ in case or blanks only are the same.
    pub fn name_key(&self) -> String {
        let lower = self.name.as_str().to_lowercase();
        lower.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The week as it is stored.
    pub fn stored_week(&self) -> Result<Value, Refusal> {
        serde_json::to_value(&self.week).map_err(Refusal::internal)
    }

    /// The holidays as they are stored.
    pub fn stored_holidays(&self) -> Result<Value, Refusal> {
        serde_json::to_value(&self.holidays).map_err(Refusal::internal)
    }
}

fn tidy(index: usize, holiday: Holiday) -> Result<Holiday, Refusal> {
    let at = format!("/holidays/{index}/name");
    let name = Line::parse(&holiday.name).map_err(|r| Refusal::rejected(&at, &r))?;
    Ok(Holiday {
        name: name.into(),
        hours: in_order(&holiday.hours),
        ..holiday
    })
}
