//! What the columns of a list of another program probably are, by their names.

use super::column::{CUSTOM_PREFIX, Column, column_names};
use super::custom_field::CustomField;

/// What other programs call a column, the surest name first; in small letters, without blanks.
const ELSEWHERE: &[(Column, &[&str])] = &[
    (
        Column::ClientName,
        &[
            "company",
            "companyname",
            "client",
            "customer",
            "customername",
            "organization",
            "organisation",
            "organizationname",
            "business",
            "businessname",
            "account",
            "accountname",
            "name",
        ],
    ),
    (
        Column::PrimaryContactFirstName,
        &["firstname", "contactfirstname", "givenname", "forename"],
    ),
    (
        Column::PrimaryContactLastName,
        &["lastname", "contactlastname", "surname", "familyname"],
    ),
    (
        Column::PrimaryContactEmail,
        &[
            "email",
            "emailaddress",
            "contactemail",
            "primaryemail",
            "mail",
        ],
    ),
    (
        Column::Code,
        &["phonecode", "dialcode", "dialingcode", "callingcode"],
    ),
    (
        Column::PhoneNumber,
        &[
            "phone",
            "phoneno",
            "telephone",
            "telephonenumber",
            "tel",
            "mobile",
        ],
    ),
    (
        Column::SiteName,
        &["site", "location", "locationname", "office", "branch"],
    ),
    (
        Column::Address,
        &["streetaddress", "street", "address1", "addressline1"],
    ),
    (Column::City, &["town"]),
    (
        Column::State,
        &["province", "stateprovince", "region", "county"],
    ),
    (
        Column::PostalCode,
        &["zip", "zipcode", "zippostalcode", "postcode", "postal"],
    ),
    (Column::Country, &["countrycode"]),
    (Column::Timezone, &["tz", "timezonename"]),
    (Column::EmailDomains, &["emaildomain", "domains", "domain"]),
    (
        Column::AccountManager,
        &["accountowner", "owner", "manager"],
    ),
    (Column::TechGroups, &["techgroup", "groups", "group"]),
    (
        Column::SecondaryContactName,
        &["secondarycontact", "secondcontact"],
    ),
    (
        Column::SecondaryContactEmail,
        &["secondaryemail", "secondemail"],
    ),
];

/// For each name of a first row the column that it is like, each column once: one that differs only
/// in case, blanks and signs before one that other programs call so.
pub fn proposed(names: &[String], fields: &[CustomField]) -> Vec<Option<String>> {
    let given: Vec<String> = names.iter().map(|name| plain(name)).collect();
    let mut proposed: Vec<Option<String>> = vec![None; names.len()];
    for (column, name) in own(fields).into_iter().chain(elsewhere()) {
        if name.is_empty() || proposed.contains(&Some(column.clone())) {
            continue;
        }
        let mut places = given.iter().zip(&mut proposed);
        let place = places.find(|(given, place)| **given == name && place.is_none());
        if let Some((_, place)) = place {
            *place = Some(column);
        }
    }
    proposed
}

/// Each column with its own name; a custom field's also without what stands before it.
fn own(fields: &[CustomField]) -> Vec<(String, String)> {
    let columns = column_names(fields).into_iter();
    let names = columns.flat_map(|column| {
        let field = column.strip_prefix(CUSTOM_PREFIX).map(plain);
        [Some(plain(&column)), field].map(|name| Some((column.clone(), name?)))
    });
    names.flatten().collect()
}

fn elsewhere() -> impl Iterator<Item = (String, String)> {
    ELSEWHERE.iter().flat_map(|(column, names)| {
        let names = names.iter();
        names.map(|name| (column.name().to_owned(), (*name).to_owned()))
    })
}

/// Letters and digits in lower case.
fn plain(name: &str) -> String {
    let kept = name.chars().filter(|c| c.is_alphanumeric());
    kept.flat_map(char::to_lowercase).collect()
}
