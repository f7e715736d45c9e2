//! How an application is to be, with every value in its one form.

use crate::refusal::Refusal;
use gangway_domain::ids::ScheduleId;
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::{ApplicationKind, SaveApplication, WidgetApplication};
use gangway_entities::schedule;
use serde_json::{Value, json};

/// How an application is to be.
pub struct Wish {
    pub kind: ApplicationKind,
    pub enabled: bool,
    pub schedule: Option<ScheduleId>,
    pub phone_number: Option<PhoneNumber>,
}

impl Wish {
    /// Call Us Now needs a number to be offered, and Text Us takes none of its own.
    pub fn parse(kind: ApplicationKind, body: SaveApplication) -> Result<Self, Refusal> {
        let SaveApplication {
            enabled,
            schedule_id,
            phone_number,
        } = body;
        let typed = phone_number.as_deref().map(str::trim);
        let phone_number = match typed.filter(|text| !text.is_empty()) {
            None => None,
            Some(_) if kind == ApplicationKind::TextUs => return Err(own_number()),
            Some(text) => {
                Some(PhoneNumber::parse(text).map_err(|r| Refusal::rejected("/phone_number", &r))?)
            }
        };
        if enabled && kind == ApplicationKind::CallUsNow && phone_number.is_none() {
            let words = "Enter the number that visitors call, or switch Call Us Now off.";
            return Err(Refusal::field("/phone_number", "required", words));
        }
        Ok(Self {
            kind,
            enabled,
            schedule: schedule_id,
            phone_number,
        })
    }

    /// Refuses a schedule that is not among the client's.
    pub fn refuse_unless_among(&self, schedules: &[schedule::Model]) -> Result<(), Refusal> {
        match self.schedule {
            Some(id) if schedules.iter().all(|row| row.id != id.0) => Err(unknown_schedule()),
            _ => Ok(()),
        }
    }

    /// What the audit log keeps of it, in words.
    pub fn facts(&self, schedules: &[schedule::Model]) -> Value {
        let number = self.phone_number.as_ref().map(PhoneNumber::as_str);
        told(self.enabled, self.schedule, number, schedules)
    }

    /// The same of how it was.
    pub fn facts_of(before: &WidgetApplication, schedules: &[schedule::Model]) -> Value {
        let number = before.phone_number.as_deref();
        told(before.enabled, before.schedule_id, number, schedules)
    }
}

/// The schedule is not there, or is another company's.
pub fn unknown_schedule() -> Refusal {
    let words = "This schedule does not exist any more. Choose another one.";
    Refusal::field("/schedule_id", "unknown_schedule", words)
}

fn own_number() -> Refusal {
    let words = "Visitors text the company's own number: leave this empty.";
    Refusal::field("/phone_number", "not_taken", words)
}

fn told(
    enabled: bool,
    schedule: Option<ScheduleId>,
    phone_number: Option<&str>,
    schedules: &[schedule::Model],
) -> Value {
    let named = schedule.and_then(|id| schedules.iter().find(|row| row.id == id.0));
    json!({
        "offered": if enabled { "yes" } else { "no" },
        "schedule": named.map_or("all hours", |row| row.name.as_str()),
        "phone_number": phone_number,
    })
}
