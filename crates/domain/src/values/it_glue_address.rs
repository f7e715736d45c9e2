use super::host::Scheme;
use super::rejection::Rejection;
use super::string_form::string_form;

/// What follows the account's name, for the regions US, EU and AU.
const REGIONS: [&str; 3] = [".eu.itglue.com", ".au.itglue.com", ".itglue.com"];
/// Names of the service itself, which no account has.
const RESERVED: [&str; 5] = ["api", "app", "au", "eu", "www"];
const MAX_LABEL: usize = 63;

const REQUIRED: Rejection =
    Rejection::required("Enter your IT Glue address, like acme.itglue.com.");
const INVALID: Rejection = Rejection::new(
    "invalid_it_glue_address",
    "Enter your IT Glue address as you see it in the browser, like acme.itglue.com or acme.eu.itglue.com.",
);

/// The host of a partner's IT Glue account: `acme.itglue.com`, `acme.eu.itglue.com` or
/// `acme.au.itglue.com`.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ItGlueAddress(String);

impl ItGlueAddress {
    /// Takes the host in any case, with or without scheme and one slash at the end.
    ///
    /// Codes: `required`, `invalid_it_glue_address`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        let text = Scheme::split(text).map_or(text, |(_, rest)| rest);
        let host = text.strip_suffix('/').unwrap_or(text).to_ascii_lowercase();
        let account = REGIONS.iter().find_map(|region| host.strip_suffix(region));
        if account.is_some_and(is_account) {
            Ok(Self(host))
        } else {
            Err(INVALID)
        }
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The account's name in front: `acme`.
    pub fn account(&self) -> &str {
        self.0.split('.').next().unwrap_or_default()
    }
}

string_form!(
    ItGlueAddress,
    "Host of an IT Glue account; scheme, slash at the end and upper case are taken away.",
    "acme.itglue.com"
);

fn is_account(label: &str) -> bool {
    !label.is_empty()
        && label.len() <= MAX_LABEL
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !RESERVED.contains(&label)
        && label
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
}
