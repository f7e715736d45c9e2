use super::person_fields::PersonInput;
use super::phone_fields::PhoneInput;
use super::site_inputs::SiteInputs;
use super::value_fields::ValueInputs;
use crate::pages::hours::{HolidayInputs, WeekInputs};
use gangway_domain::wire::{ClientRecord, RecordChoices};
use leptos::prelude::*;

/// What is kept on a client, as typed.
#[derive(Clone, Copy)]
pub(super) struct RecordFields {
    pub name: RwSignal<String>,
    pub email: RwSignal<String>,
    pub phone: PhoneInput,
    pub primary: PersonInput,
    pub has_secondary: RwSignal<bool>,
    pub secondary: PersonInput,
    pub sites: SiteInputs,
    pub has_hours: RwSignal<bool>,
    pub week: WeekInputs,
    pub holidays: HolidayInputs,
    /// Set apart by commas, blanks or lines.
    pub domains: RwSignal<String>,
    pub account_manager: RwSignal<String>,
    pub tech_groups: RwSignal<Vec<String>>,
    pub values: ValueInputs,
}

impl RecordFields {
    fn empty(choices: &RecordChoices) -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            name: text(),
            email: text(),
            phone: PhoneInput::empty(),
            primary: PersonInput::empty(),
            has_secondary: RwSignal::new(false),
            secondary: PersonInput::empty(),
            sites: SiteInputs::empty(),
            has_hours: RwSignal::new(false),
            week: WeekInputs::suggested(),
            holidays: HolidayInputs::new(&[]),
            domains: text(),
            account_manager: text(),
            tech_groups: RwSignal::new(Vec::new()),
            values: ValueInputs::new(&choices.custom_fields),
        }
    }

    /// The fields of a new client, with its first site.
    pub fn suggested(choices: &RecordChoices) -> Self {
        let fields = Self::empty(choices);
        fields.sites.add();
        fields
    }

    /// The fields of a client that is there.
    pub fn of(record: &ClientRecord, choices: &RecordChoices) -> Self {
        let fields = Self::empty(choices);
        fields.take(record);
        fields
    }

    /// Replaces what was typed.
    pub fn take(self, record: &ClientRecord) {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        self.name.set(text(&record.name));
        self.email.set(text(&record.email));
        self.phone.take(record.phone.as_ref());
        self.primary.take_primary(record.primary_contact.as_ref());
        self.has_secondary.set(record.secondary_contact.is_some());
        self.secondary
            .take_secondary(record.secondary_contact.as_ref());
        self.sites.take(&record.sites);
        self.has_hours.set(record.hours.is_some());
        if let Some(hours) = &record.hours {
            self.week.take(&hours.week);
            self.holidays.set(&hours.holidays);
        }
        self.domains.set(record.email_domains.join("\n"));
        let manager = record.account_manager.as_ref();
        let manager = manager.map(|manager| manager.id.to_string());
        self.account_manager.set(manager.unwrap_or_default());
        let groups = record.tech_groups.iter();
        self.tech_groups
            .set(groups.map(|group| group.id.to_string()).collect());
        self.values.take(record);
    }
}
