use super::host;
use super::rejection::Rejection;
use super::string_form::string_form;

/// Longest address in characters (RFC 5321 path of 256 without its brackets).
const MAX_ADDRESS: usize = 254;
/// Longest part before the `@` (RFC 5321).
const MAX_LOCAL: usize = 64;

const REQUIRED: Rejection =
    Rejection::required("Enter an email address, like name@companyname.com.");
const INVALID: Rejection = Rejection::new(
    "invalid_email",
    "Enter an email address in the correct format, like name@companyname.com.",
);
const ONE_ONLY: Rejection = Rejection::new(
    "one_address_only",
    "Enter one address only. To invite several people, invite them one at a time.",
);

/// One email address in canonical form: lower case, domain in ASCII form.
///
/// Two addresses are the same mailbox when their canonical forms are equal. Refused by policy:
/// quoted and non-ASCII local parts, comments, display names and address literals. Without the
/// feature `idn` an international domain is taken as it is; the server makes it canonical.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// Codes: `required`, `one_address_only`, `invalid_email`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        if is_list(text) {
            return Err(ONE_ONLY);
        }
        canonical(text).map(Self).ok_or(INVALID)
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The part before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.split_once('@').map_or("", |(local, _)| local)
    }

    /// The part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.split_once('@').map_or("", |(_, domain)| domain)
    }
}

string_form!(
    EmailAddress,
    "One email address, stored in lower case with its domain in ASCII form.",
    "jane@example.com"
);

fn canonical(text: &str) -> Option<String> {
    if text.chars().count() > MAX_ADDRESS {
        return None;
    }
    let (local, domain) = text.split_once('@')?;
    if !is_local_part(local) {
        return None;
    }
    let domain = host::canonical_name(domain)?;
    let address = format!("{}@{domain}", local.to_ascii_lowercase());
    (address.chars().count() <= MAX_ADDRESS).then_some(address)
}

/// Dot-separated atoms (RFC 5322), but no encoded word (RFC 2047), which some mail systems decode
/// into another address.
fn is_local_part(local: &str) -> bool {
    let encoded_word = local.starts_with("=?") && local.ends_with("?=");
    local.len() <= MAX_LOCAL && !encoded_word && local.split('.').all(is_atom)
}

fn is_atom(part: &str) -> bool {
    !part.is_empty()
        && part
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&byte))
}

/// Two addresses or more with a comma, a semicolon or a blank between them.
fn is_list(text: &str) -> bool {
    text.split(|c: char| c == ',' || c == ';' || c.is_whitespace())
        .filter(|part| is_like_an_address(part))
        .nth(1)
        .is_some()
}

fn is_like_an_address(part: &str) -> bool {
    part.split_once('@')
        .is_some_and(|(local, domain)| !local.is_empty() && !domain.is_empty())
}
