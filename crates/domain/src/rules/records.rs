//! Rules of what a partner keeps on a client.

use super::{line, optional_line};
use crate::ids::TechGroupId;
use crate::values::{CallingCode, CompanyName, EmailDomain, PhoneNumber, Rejection};
use crate::wire::{CustomFieldKind, NewCustomField, Phone, SaveCustomValue, SaveSite};
use std::collections::HashSet;
use validator::ValidationError;

/// Most sites, domains and groups of one client.
const MANY: usize = 50;
/// Most values of one client.
const MOST_VALUES: usize = 200;
/// Most choices of a field, and characters of one.
const MOST_CHOICES: usize = 100;
/// Most characters of a name on a list.
const MAX_NAME: usize = 100;
/// Most characters of a postal code.
const MAX_POSTAL_CODE: usize = 20;

/// The text is a [`CallingCode`].
pub fn calling_code(value: &str) -> Result<(), ValidationError> {
    CallingCode::parse(value)?;
    Ok(())
}

/// The text is of digits only, as many as a number within a country may have.
pub fn national_number(value: &str) -> Result<(), ValidationError> {
    PhoneNumber::national(value)?;
    Ok(())
}

/// Code and number together are a number.
pub fn phone(phone: &Phone) -> Result<(), ValidationError> {
    PhoneNumber::of_parts(&phone.code, &phone.number)?;
    Ok(())
}

/// A site's name.
pub fn site_name(value: &str) -> Result<(), ValidationError> {
    name(value, "Enter what the site is called, such as Main office.")
}

/// A group's name.
pub fn group_name(value: &str) -> Result<(), ValidationError> {
    name(
        value,
        "Enter what the group is called, such as Service Desk.",
    )
}

/// A field's name.
pub fn field_name(value: &str) -> Result<(), ValidationError> {
    name(value, "Enter what the field is called.")
}

fn name(value: &str, words: &'static str) -> Result<(), ValidationError> {
    line(value).map_err(|error| match error.code.as_ref() {
        "required" => Rejection::required(words).into(),
        _ => error,
    })?;
    super::at_most(value, MAX_NAME, "Use at most 100 characters.")
}

/// A postal code: empty, or a few characters.
pub fn postal_code(value: &str) -> Result<(), ValidationError> {
    optional_line(value)?;
    super::at_most(value, MAX_POSTAL_CODE, "Use at most 20 characters.")
}

/// Country and region belong together.
pub fn site(site: &SaveSite) -> Result<(), ValidationError> {
    let given = |text: &Option<String>| text.as_deref().is_some_and(|text| !text.trim().is_empty());
    if given(&site.region) && !given(&site.country) {
        let words = "Choose the country that the state or region belongs to.";
        return Err(Rejection::new("required_together", words).into());
    }
    Ok(())
}

/// At least one site, not too many, none twice, and exactly one of them the headquarters.
pub fn sites(sites: &[SaveSite]) -> Result<(), ValidationError> {
    if sites.is_empty() {
        return Err(Rejection::required("Add a site.").into());
    }
    if sites.len() > MANY {
        return Err(Rejection::new("too_many", "Use at most 50 sites.").into());
    }
    if sites.iter().filter(|site| site.is_headquarters).count() != 1 {
        let words = "Choose one of the sites as the headquarters.";
        return Err(Rejection::new("one_headquarters", words).into());
    }
    let mut seen = HashSet::new();
    let twice = |site: &SaveSite| !seen.insert(folded(&site.name));
    if sites.iter().any(twice) {
        let words = "Two sites have the same name. Change one of them.";
        return Err(Rejection::new("duplicate", words).into());
    }
    Ok(())
}

/// Few domains of mail, each of them one.
pub fn email_domains(domains: &[String]) -> Result<(), ValidationError> {
    if domains.len() > MANY {
        return Err(Rejection::new("too_many", "Use at most 50 domains.").into());
    }
    for domain in domains {
        EmailDomain::parse(domain)?;
    }
    Ok(())
}

/// Few groups.
pub fn few_groups(groups: &[TechGroupId]) -> Result<(), ValidationError> {
    at_most(groups, MANY, "Use at most 50 groups.")
}

/// Few values, and none for the same field.
pub fn few_values(values: &[SaveCustomValue]) -> Result<(), ValidationError> {
    at_most(values, MOST_VALUES, "Use at most 200 values.")?;
    let mut seen = HashSet::new();
    if values.iter().any(|value| !seen.insert(value.field_id)) {
        let words = "A field is there twice. Remove one of the two.";
        return Err(Rejection::new("duplicate", words).into());
    }
    Ok(())
}

fn at_most<T>(list: &[T], most: usize, words: &'static str) -> Result<(), ValidationError> {
    if list.len() > most {
        return Err(Rejection::new("too_many", words).into());
    }
    Ok(())
}

/// Different texts that can be chosen.
pub fn choices(choices: &[String]) -> Result<(), ValidationError> {
    at_most(choices, MOST_CHOICES, "Use at most 100 choices.")?;
    let mut seen = HashSet::new();
    for choice in choices {
        name(
            choice,
            "Write something in every choice, or remove the empty ones.",
        )?;
        if !seen.insert(folded(choice)) {
            let words = "A choice is there twice. Remove one of the two.";
            return Err(Rejection::new("duplicate", words).into());
        }
    }
    Ok(())
}

/// A choice has something to choose from; other kinds have not.
pub fn choices_of_kind(field: &NewCustomField) -> Result<(), ValidationError> {
    match (field.kind, field.choices.is_empty()) {
        (CustomFieldKind::Choice, true) => {
            Err(Rejection::new("choices_missing", "Add what can be chosen.").into())
        }
        (CustomFieldKind::Choice, false) | (_, true) => Ok(()),
        (_, false) => {
            let words = "Only a field of the kind Choice has choices.";
            Err(Rejection::new("choices_not_wanted", words).into())
        }
    }
}

/// In the form in which names are compared.
pub(crate) fn folded(name: &str) -> String {
    CompanyName::parse(name).map_or_else(|_| name.to_lowercase(), |name| name.folded())
}
