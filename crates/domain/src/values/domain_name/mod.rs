mod shared;

use super::host;
use super::rejection::Rejection;
use super::string_form::string_form;

const REQUIRED: Rejection = Rejection::required("Enter a domain, like companyname.com.");
const INVALID: Rejection = Rejection::new(
    "invalid_domain",
    "Enter only the domain, like companyname.com, without http:// and without @.",
);

/// A name in the public DNS, in lower case and ASCII form: `companyname.com`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DomainName(String);

impl DomainName {
    /// Codes: `required`, `invalid_domain`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        host::canonical_name(text).map(Self).ok_or(INVALID)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether anybody can have an address there, as at `gmail.com`: it belongs to no company.
    pub fn is_shared(&self) -> bool {
        shared::PROVIDERS.contains(&self.as_str())
    }
}

string_form!(
    DomainName,
    "A domain in lower case and ASCII form.",
    "example.com"
);
