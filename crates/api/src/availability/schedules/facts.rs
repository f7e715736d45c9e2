//! What the audit log keeps of a schedule, in words.

use super::plan::Plan;
use super::store;
use crate::refusal::Refusal;
use gangway_domain::wire::{Holiday, OpenHours, WeekHours};
use gangway_entities::schedule::Model;
use serde_json::{Value, json};

/// A stored schedule.
pub fn of_row(row: &Model) -> Result<Value, Refusal> {
    let (week, holidays) = store::hours(row)?;
    Ok(told(&row.name, &week, &holidays))
}

/// A schedule as it is to be.
pub fn of_plan(plan: &Plan) -> Value {
    told(plan.name.as_str(), &plan.week, &plan.holidays)
}

fn told(name: &str, week: &WeekHours, holidays: &[Holiday]) -> Value {
    let WeekHours {
        monday,
        tuesday,
        wednesday,
        thursday,
        friday,
        saturday,
        sunday,
    } = week;
    let holidays: Vec<String> = holidays.iter().map(holiday).collect();
    json!({
        "name": name,
        "monday": hours(monday),
        "tuesday": hours(tuesday),
        "wednesday": hours(wednesday),
        "thursday": hours(thursday),
        "friday": hours(friday),
        "saturday": hours(saturday),
        "sunday": hours(sunday),
        "holidays": holidays.join("; "),
    })
}

fn holiday(holiday: &Holiday) -> String {
    let Holiday {
        name,
        on,
        every_year,
        hours: open,
    } = holiday;
    let yearly = if *every_year { " every year" } else { "" };
    format!("{name} {on}{yearly} {}", hours(open))
}

fn hours(hours: &[OpenHours]) -> String {
    let span = |hours: &OpenHours| format!("{} to {}", hours.from, hours.until);
    let spans: Vec<String> = hours.iter().map(span).collect();
    if spans.is_empty() {
        "closed".to_owned()
    } else {
        spans.join(", ")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::events::changes;

    #[test]
    fn b29_a_change_of_hours_is_told_in_words() {
        let open = |from: &str, until: &str| OpenHours {
            from: from.to_owned(),
            until: until.to_owned(),
        };
        let before = told("Office", &WeekHours::default(), &[]);
        let week = WeekHours {
            monday: vec![open("09:00", "12:00"), open("13:00", "24:00")],
            ..WeekHours::default()
        };
        let day = Holiday {
            name: "New Year".to_owned(),
            on: "2027-01-01".parse().expect("a day"),
            every_year: true,
            hours: vec![],
        };
        let after = told("Office", &week, &[day]);
        let told = json!({
            "monday": {"before": "closed", "after": "09:00 to 12:00, 13:00 to 24:00"},
            "holidays": {"before": "", "after": "New Year 2027-01-01 every year closed"},
        });
        assert_eq!(changes(&before, &after), told);
    }
}
