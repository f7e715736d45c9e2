use super::record_fields::RecordFields;
use gangway_domain::ids::{PlaceId, TechGroupId};
use gangway_domain::wire::{
    BusinessHours, ClientRecord, NewClientRecord, Phone, PrimaryContact, SaveCustomValue, SaveSite,
    SecondaryContact, UpdateClientRecord,
};
use leptos::prelude::*;

/// The parts of a record in the form in which they are sent.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Parts {
    pub name: String,
    pub email: String,
    pub phone: Option<Phone>,
    pub primary: Option<PrimaryContact>,
    pub secondary: Option<SecondaryContact>,
    pub sites: Vec<SaveSite>,
    pub hours: Option<BusinessHours>,
    pub domains: Vec<String>,
    pub account_manager: Option<PlaceId>,
    pub tech_groups: Vec<TechGroupId>,
    pub values: Vec<SaveCustomValue>,
}

impl Parts {
    /// What was typed.
    pub fn typed(fields: RecordFields) -> Self {
        untrack(|| Self {
            name: fields.name.get().trim().to_owned(),
            email: fields.email.get().trim().to_owned(),
            phone: fields.phone.phone(),
            primary: fields.primary.primary(),
            secondary: fields
                .has_secondary
                .get()
                .then(|| fields.secondary.secondary()),
            sites: fields.sites.sites(),
            hours: fields.has_hours.get().then(|| BusinessHours {
                week: fields.week.week(),
                holidays: fields.holidays.body(),
            }),
            domains: split(&fields.domains.get()),
            account_manager: fields.account_manager.get().parse().ok(),
            tech_groups: ids(&fields.tech_groups.get()),
            values: fields.values.typed(),
        })
    }

    /// What a record has.
    pub fn of(record: &ClientRecord, fields: RecordFields) -> Self {
        let record = record.clone();
        let mut tech_groups: Vec<_> = record.tech_groups.iter().map(|group| group.id).collect();
        tech_groups.sort_unstable();
        Self {
            values: fields.values.known(&record),
            name: record.name.unwrap_or_default(),
            email: record.email.unwrap_or_default(),
            phone: record.phone,
            primary: record.primary_contact,
            secondary: record.secondary_contact,
            sites: record.sites.into_iter().map(SaveSite::from).collect(),
            hours: record.hours,
            domains: record.email_domains,
            account_manager: record.account_manager.map(|manager| manager.id),
            tech_groups,
        }
    }

    /// A new record of all of them.
    pub fn whole(self) -> NewClientRecord {
        NewClientRecord {
            name: self.name,
            email: Some(self.email).filter(|email| !email.is_empty()),
            phone: self.phone,
            primary_contact: self.primary.unwrap_or_default(),
            secondary_contact: self.secondary,
            sites: self.sites,
            hours: self.hours,
            email_domains: self.domains,
            account_manager: self.account_manager,
            tech_groups: self.tech_groups,
            custom_values: self.values,
        }
    }

    /// Those that differ from what there was: what somebody left alone stays, whoever changed it meanwhile.
    pub fn changes(self, before: &Self) -> UpdateClientRecord {
        UpdateClientRecord {
            name: changed(self.name, &before.name),
            email: changed(self.email, &before.email),
            phone: changed(self.phone, &before.phone),
            primary_contact: changed(self.primary, &before.primary).map(Option::unwrap_or_default),
            secondary_contact: changed(self.secondary, &before.secondary),
            sites: changed(self.sites, &before.sites),
            hours: changed(self.hours, &before.hours),
            email_domains: changed(self.domains, &before.domains),
            account_manager: changed(self.account_manager, &before.account_manager),
            tech_groups: changed(self.tech_groups, &before.tech_groups),
            custom_values: changed(self.values, &before.values),
        }
    }
}

fn changed<T: PartialEq>(now: T, before: &T) -> Option<T> {
    (now != *before).then_some(now)
}

/// Domains, however they are set apart.
fn split(text: &str) -> Vec<String> {
    let apart = |c: char| c.is_whitespace() || matches!(c, ',' | ';');
    let parts = text.split(apart).filter(|part| !part.is_empty());
    parts.map(str::to_owned).collect()
}

fn ids(chosen: &[String]) -> Vec<TechGroupId> {
    let ids = chosen.iter().filter_map(|id| id.parse().ok());
    let mut ids: Vec<TechGroupId> = ids.collect();
    ids.sort_unstable();
    ids
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn d3_only_what_somebody_changed_is_sent() {
        let before = Parts {
            name: "Acme".to_owned(),
            email: "office@acme.example".to_owned(),
            domains: vec!["acme.example".to_owned()],
            ..Parts::default()
        };
        assert_eq!(
            before.clone().changes(&before),
            UpdateClientRecord::default()
        );
        let now = Parts {
            email: String::new(),
            secondary: Some(SecondaryContact::default()),
            ..before.clone()
        };
        let sent = UpdateClientRecord {
            email: Some(String::new()),
            secondary_contact: Some(Some(SecondaryContact::default())),
            ..UpdateClientRecord::default()
        };
        assert_eq!(now.clone().changes(&before), sent);
        let nobody = before.changes(&now);
        assert_eq!(nobody.secondary_contact, Some(None));
    }

    #[test]
    fn d14_domains_are_taken_apart_however_they_are_written() {
        let written = " acme.example, acme.test;acme.invalid\n\nacme.org ";
        let domains = ["acme.example", "acme.test", "acme.invalid", "acme.org"];
        assert_eq!(split(written), domains);
    }
}
