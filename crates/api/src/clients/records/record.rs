//! What a partner keeps on a client, with every value in its one form.

use super::contacts::{Primary, Secondary, phone};
use super::sites::{SiteKept, parse_sites};
use crate::refusal::Refusal;
use gangway_domain::hours::in_order;
use gangway_domain::ids::{PlaceId, TechGroupId};
use gangway_domain::values::{CompanyName, EmailAddress, EmailDomain, PhoneNumber, Rejection};
use gangway_domain::wire::{BusinessHours, Holiday, NewClientRecord, SaveCustomValue};
use std::collections::HashSet;

/// A client to be written down, parsed. What it names of the partner's is checked when it is written.
#[derive(Clone, Debug)]
pub struct Record {
    /// Client name.
    pub name: CompanyName,
    /// The company's own email.
    pub email: Option<EmailAddress>,
    /// The company's own phone.
    pub phone: Option<PhoneNumber>,
    /// The first person to turn to.
    pub primary: Primary,
    /// Who to turn to when the first is not there.
    pub secondary: Option<Secondary>,
    /// Where it works; exactly one is the headquarters.
    pub sites: Vec<SiteKept>,
    /// When it works.
    pub hours: Option<BusinessHours>,
    /// Domains of its mail, each once.
    pub domains: Vec<EmailDomain>,
    /// Who of the staff answers for it.
    pub account_manager: Option<PlaceId>,
    /// The groups that look after it, each once.
    pub tech_groups: Vec<TechGroupId>,
    /// What it has in the partner's own fields.
    pub custom_values: Vec<SaveCustomValue>,
    /// Whether it is made to try things out.
    pub is_test: bool,
}

impl Record {
    /// Parses what was sent.
    pub fn parse(sent: NewClientRecord) -> Result<Self, Refusal> {
        let NewClientRecord {
            name,
            email,
            phone: number,
            primary_contact,
            secondary_contact,
            sites,
            hours,
            email_domains,
            account_manager,
            tech_groups,
            custom_values,
        } = sent;
        let secondary = secondary_contact.map(|contact| Secondary::parse(&contact));
        Ok(Self {
            name: parse_name(&name)?,
            email: parse_email(email.as_deref())?,
            phone: phone(number.as_ref(), "/phone")?,
            primary: Primary::parse(&primary_contact)?,
            secondary: secondary.transpose()?,
            sites: all_new(parse_sites(&sites)?),
            hours: hours.map(ordered),
            domains: parse_domains(&email_domains)?,
            account_manager,
            tech_groups: each_once(tech_groups),
            custom_values,
            is_test: false,
        })
    }

    /// The site that is its headquarters.
    pub fn headquarters(&self) -> Option<&SiteKept> {
        self.sites.iter().find(|site| site.is_headquarters)
    }
}

/// A new client's sites have no ids yet, whatever was sent.
fn all_new(sites: Vec<SiteKept>) -> Vec<SiteKept> {
    let new = sites.into_iter().map(|site| SiteKept { id: None, ..site });
    new.collect()
}

pub(super) fn parse_name(name: &str) -> Result<CompanyName, Refusal> {
    CompanyName::parse(name).map_err(at("/name"))
}

pub(super) fn parse_email(email: Option<&str>) -> Result<Option<EmailAddress>, Refusal> {
    let given = email.map(str::trim).filter(|email| !email.is_empty());
    given
        .map(|email| EmailAddress::parse(email).map_err(at("/email")))
        .transpose()
}

pub(super) fn parse_domains(domains: &[String]) -> Result<Vec<EmailDomain>, Refusal> {
    let parsed = domains.iter().enumerate().map(|(index, domain)| {
        EmailDomain::parse(domain)
            .map_err(|wrong| Refusal::rejected(&format!("/email_domains/{index}"), &wrong))
    });
    let parsed = parsed.collect::<Result<Vec<_>, _>>()?;
    Ok(each_once(parsed))
}

/// The hours of each day in order, and the days that differ.
pub(super) fn ordered(mut hours: BusinessHours) -> BusinessHours {
    for day in hours.week.all_mut() {
        *day = in_order(day);
    }
    for holiday in &mut hours.holidays {
        holiday.hours = in_order(&holiday.hours);
    }
    hours.holidays.sort_by_key(Holiday::key);
    hours
}

/// The same without repetitions, in the same order.
pub(super) fn each_once<T: Clone + Eq + std::hash::Hash>(list: Vec<T>) -> Vec<T> {
    let mut seen = HashSet::new();
    list.into_iter()
        .filter(|one| seen.insert(one.clone()))
        .collect()
}

pub(super) fn at(pointer: &str) -> impl Fn(Rejection) -> Refusal + use<'_> {
    move |rejection| Refusal::rejected(pointer, &rejection)
}
