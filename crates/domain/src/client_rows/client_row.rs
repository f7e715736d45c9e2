use super::street_address::StreetAddress;
use crate::values::{
    CompanyName, Country, DomainName, EmailAddress, Line, PersonName, Region, TimeZone,
};
use chrono::NaiveDate;

/// A client as a row describes it, with every value right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientRow {
    pub name: CompanyName,
    pub first_name: PersonName,
    pub last_name: PersonName,
    pub email: EmailAddress,
    pub secondary: Option<SecondaryContact>,
    pub phone: Option<Phone>,
    /// The one site of the row, which becomes the headquarters.
    pub site_name: Line,
    pub address: Option<StreetAddress>,
    pub city: Option<Line>,
    pub region: Option<Region>,
    pub postal_code: Option<Line>,
    pub country: Option<Country>,
    pub time_zone: TimeZone,
    pub email_domains: Vec<DomainName>,
    /// The address of a member of the team.
    pub account_manager: Option<EmailAddress>,
    /// The groups' own names.
    pub tech_groups: Vec<String>,
    /// Values of custom fields by the field's name; those without one are left out.
    pub custom: Vec<(String, CustomValue)>,
}

/// Whom to ask when the primary contact is away.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SecondaryContact {
    pub name: PersonName,
    pub email: Option<EmailAddress>,
}

/// A phone number in the two parts of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// Digits of the country's code: `1`.
    pub code: String,
    /// Digits that follow it: `2025550143`.
    pub number: String,
}

impl Phone {
    /// In E.164 form: `+12025550143`.
    pub fn e164(&self) -> String {
        format!("+{}{}", self.code, self.number)
    }
}

/// The value of a custom field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum CustomValue {
    Text(String),
    /// Digits with at most one point: a decimal number of any length, as it was written.
    Number(String),
    Date(NaiveDate),
    Choice(String),
    YesNo(bool),
    Link(String),
}

impl CustomValue {
    /// The one form in which it is written.
    pub fn written(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Choice(text) | Self::Link(text) => {
                text.clone()
            }
            Self::Date(day) => day.to_string(),
            Self::YesNo(true) => "yes".to_owned(),
            Self::YesNo(false) => "no".to_owned(),
        }
    }
}
