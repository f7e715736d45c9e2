//! From a row that is right to a client that can be made, and from what stands in its way to what is told
//! of the row.

use super::around::Around;
use crate::clients::records::{Primary, Record, Secondary, SiteKept};
use gangway_domain::client_rows::{ClientRow, Column, Fault, FaultCode, MAX_SHOWN, Phone};
use gangway_domain::problem::FieldError;
use gangway_domain::values::{EmailDomain, PhoneNumber, Rejection};
use gangway_domain::wire::SaveCustomValue;

impl Around {
    /// The client that a row describes.
    pub fn record(&self, row: ClientRow) -> Result<Record, Fault> {
        let ClientRow {
            name,
            first_name,
            last_name,
            email,
            secondary,
            phone,
            site_name,
            address,
            city,
            region,
            postal_code,
            country,
            time_zone,
            email_domains,
            account_manager,
            tech_groups,
            custom,
        } = row;
        let (address_line1, address_line2) = match address {
            Some(address) => (Some(address.first), address.second),
            None => (None, None),
        };
        let domains = email_domains.into_iter().map(EmailDomain::own);
        let domains = domains.collect::<Result<Vec<_>, _>>();
        let groups = tech_groups.iter();
        let values = custom.into_iter().filter_map(|(field, value)| {
            let field_id = *self.fields.get(&field)?;
            let value = value.written();
            Some(SaveCustomValue { field_id, value })
        });
        Ok(Record {
            name,
            email: None,
            phone: None,
            primary: Primary {
                first_name,
                last_name,
                email,
                phone: phone.map(|phone| number(&phone)).transpose()?,
            },
            secondary: secondary.map(|contact| Secondary {
                first_name: contact.name,
                last_name: None,
                email: contact.email,
                phone: None,
            }),
            sites: vec![SiteKept {
                id: None,
                name: site_name,
                is_headquarters: true,
                address_line1,
                address_line2,
                city,
                country: country.map(|country| (country, region)),
                postal_code,
                time_zone,
            }],
            hours: None,
            domains: domains.map_err(|wrong| rejected(Column::EmailDomains, "", &wrong))?,
            account_manager: account_manager
                .and_then(|email| self.staff.get(&email))
                .copied(),
            tech_groups: groups
                .filter_map(|group| self.groups.get(group))
                .copied()
                .collect(),
            custom_values: values.collect(),
            is_test: false,
        })
    }
}

fn number(phone: &Phone) -> Result<PhoneNumber, Fault> {
    PhoneNumber::parse(&phone.e164())
        .map_err(|wrong| rejected(Column::PhoneNumber, &phone.number, &wrong))
}

fn rejected(column: Column, value: &str, rejection: &Rejection) -> Fault {
    Fault {
        column: Some(column.name().to_owned()),
        code: FaultCode::parse(rejection.code).unwrap_or(FaultCode::InvalidText),
        value: shown(value),
        reason: "It cannot be kept.".to_owned(),
        remedy: rejection.message.to_string(),
    }
}

/// What stands in the way of making a client, as a fault of its row. `cell` gives what a column says.
pub fn fault(error: FieldError, cell: impl Fn(&str) -> String) -> Fault {
    let FieldError {
        pointer,
        code,
        message,
    } = error;
    let part = pointer.split('/').nth(1).unwrap_or_default();
    let column = match part {
        "name" => Some(Column::ClientName),
        "primary_contact" => Some(Column::PrimaryContactEmail),
        "email_domains" => Some(Column::EmailDomains),
        "account_manager" => Some(Column::AccountManager),
        "tech_groups" => Some(Column::TechGroups),
        _ => None,
    };
    let column = column.map(|column| column.name().to_owned());
    let code = FaultCode::parse(&code).unwrap_or(FaultCode::InvalidText);
    let reason = match code {
        FaultCode::DuplicateExisting => "One of your clients has it by now.",
        FaultCode::OwnEmail => "This is your own address.",
        FaultCode::UnknownUser => "Nobody in your team has this address any more.",
        FaultCode::UnknownGroup => "There is no group of this name any more.",
        _ => "It cannot be kept any more.",
    };
    Fault {
        value: column.as_deref().map(cell).unwrap_or_default(),
        column,
        code,
        reason: reason.to_owned(),
        remedy: message,
    }
}

/// The value cut for showing.
pub fn shown(value: &str) -> String {
    match value.char_indices().nth(MAX_SHOWN) {
        Some((end, _)) => format!("{}…", value.get(..end).unwrap_or_default()),
        None => value.to_owned(),
    }
}
