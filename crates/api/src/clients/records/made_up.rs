//! A made-up client: names, numbers and domains that are nobody's.

use super::record::Record;
use crate::context::Chance;
use crate::custom_fields::shown;
use crate::keys::hex;
use crate::refusal::Refusal;
use gangway_domain::wire::{
    BusinessHours, CustomField, CustomFieldKind, NewClientRecord, OpenHours, Phone, PrimaryContact,
    SaveCustomValue, SaveSite, SecondaryContact, WeekHours,
};
use gangway_entities::custom_field;

const COMPANIES: [&str; 8] = [
    "Alder Dental",
    "Birchwood Law",
    "Cedar Freight",
    "Driftwood Hotel",
    "Elm Street Books",
    "Fernhill Clinic",
    "Granite Builders",
    "Heron Travel",
];
const PEOPLE: [(&str, &str); 8] = [
    ("Ada", "Reed"),
    ("Ben", "Ortiz"),
    ("Chloe", "Varga"),
    ("Dev", "Nair"),
    ("Elena", "Kowal"),
    ("Finn", "Marsh"),
    ("Grace", "Osei"),
    ("Hugo", "Lind"),
];

/// A client that exists nowhere, with a value in every mandatory field.
pub(super) fn made_up(
    chance: &dyn Chance,
    fields: Vec<custom_field::Model>,
) -> Result<Record, Refusal> {
    let mut bytes = [0; 8];
    chance.fill(&mut bytes);
    let [company, person, other, last, rest @ ..] = bytes;
    let mark = hex(&rest);
    let company = pick(&COMPANIES, company);
    let (first, second) = (pick(&PEOPLE, person), pick(&PEOPLE, other));
    let slug = company.to_lowercase().replace(' ', "-");
    let domain = format!("{slug}-{mark}.example");
    let address = |name: &str| format!("{}@{domain}", name.to_lowercase());
    // Numbers from 555-0100 to 555-0199 are kept for such uses.
    let phone = |last: u8| Phone {
        code: "1".to_owned(),
        number: format!("20255501{:02}", last % 100),
    };
    let record = NewClientRecord {
        name: format!("{company} (test {mark})"),
        email: Some(address("office")),
        phone: Some(phone(last)),
        primary_contact: PrimaryContact {
            first_name: first.0.to_owned(),
            last_name: first.1.to_owned(),
            email: address(first.0),
            phone: Some(phone(last.wrapping_add(1))),
        },
        secondary_contact: Some(SecondaryContact {
            first_name: second.0.to_owned(),
            last_name: Some(second.1.to_owned()),
            email: Some(address(&format!("{}.{}", second.0, second.1))),
            phone: None,
        }),
        sites: vec![headquarters()],
        hours: Some(weekdays()),
        email_domains: vec![domain],
        account_manager: None,
        tech_groups: Vec::new(),
        custom_values: values(fields),
    };
    let record = Record::parse(record)?;
    Ok(Record {
        is_test: true,
        ..record
    })
}

fn pick<T: Copy>(list: &[T; 8], by: u8) -> T {
    let [a, b, c, d, e, f, g, h] = *list;
    match by % 8 {
        0 => a,
        1 => b,
        2 => c,
        3 => d,
        4 => e,
        5 => f,
        6 => g,
        _ => h,
    }
}

fn headquarters() -> SaveSite {
    SaveSite {
        name: "Main office".to_owned(),
        is_headquarters: true,
        address_line1: Some("100 Example Street".to_owned()),
        city: Some("Springfield".to_owned()),
        region: Some("IL".to_owned()),
        postal_code: Some("62701".to_owned()),
        country: Some("US".to_owned()),
        time_zone: "America/Chicago".to_owned(),
        ..SaveSite::default()
    }
}

fn weekdays() -> BusinessHours {
    let day = || {
        vec![OpenHours {
            from: "09:00".to_owned(),
            until: "17:00".to_owned(),
        }]
    };
    BusinessHours {
        week: WeekHours {
            monday: day(),
            tuesday: day(),
            wednesday: day(),
            thursday: day(),
            friday: day(),
            ..WeekHours::default()
        },
        holidays: Vec::new(),
    }
}

fn values(fields: Vec<custom_field::Model>) -> Vec<SaveCustomValue> {
    let asked_for = fields
        .into_iter()
        .filter(|field| field.archived_at.is_none());
    let value = |field: CustomField| SaveCustomValue {
        field_id: field.id,
        value: match field.kind {
            CustomFieldKind::Text => "Made up".to_owned(),
            CustomFieldKind::Number => "1".to_owned(),
            CustomFieldKind::Date => "2027-01-31".to_owned(),
            CustomFieldKind::Choice => field.choices.into_iter().next().unwrap_or_default(),
            CustomFieldKind::YesNo => "yes".to_owned(),
            CustomFieldKind::Link => "https://www.example.com/".to_owned(),
        },
    };
    asked_for.map(shown).map(value).collect()
}
