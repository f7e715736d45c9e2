use super::host::{self, Scheme};
use super::rejection::Rejection;
use super::string_form::string_form;

/// Longest address in characters, before and after it is made canonical.
const MAX_ADDRESS: usize = 2048;
/// Last labels that no public site has.
const PRIVATE: [&str; 3] = ["localhost", "local", "internal"];

const REQUIRED: Rejection =
    Rejection::required("Enter the full website address, like https://www.companyname.com.");
const SCHEME_MISSING: Rejection = Rejection::new(
    "scheme_missing",
    "Enter the full website address, beginning with https://, like https://www.companyname.com.",
);
const INVALID: Rejection = Rejection::new(
    "invalid_website",
    "Enter a website address in the correct format, like https://www.companyname.com.",
);
const TOO_LONG: Rejection = Rejection::new(
    "too_long",
    "Enter a website address of 2,048 characters or fewer.",
);

/// Full address of a public website, `http` or `https`, as a browser writes it.
///
/// Without the feature `idn` the path and an international host stay as typed; the server makes
/// them canonical. The verdict is the same.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WebsiteAddress(String);

impl WebsiteAddress {
    /// Codes: `required`, `scheme_missing`, `invalid_website`, `too_long`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        let address = canonical(&check(text)?, text).ok_or(INVALID)?;
        if address.chars().count() > MAX_ADDRESS {
            return Err(TOO_LONG);
        }
        Ok(Self(address))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Scheme, host and port without a path: `https://www.companyname.com` or `http://a.example:8080`.
    pub fn origin(&self) -> &str {
        let after_scheme = self.0.find("://").map_or(0, |at| at + 3);
        let rest = self.0.get(after_scheme..).unwrap_or_default();
        let length = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        self.0.get(..after_scheme + length).unwrap_or_default()
    }

    /// The host alone: `www.companyname.com`.
    pub fn host(&self) -> &str {
        let authority = Scheme::split(self.origin()).map_or("", |(_, rest)| rest);
        host::split_port(authority).map_or("", |(host, _)| host)
    }
}

string_form!(
    WebsiteAddress,
    "Full address of a public website, with http:// or https://.",
    "https://www.companyname.com/"
);

/// What the check found; the canonical form is made from it.
#[cfg_attr(
    feature = "idn",
    expect(dead_code, reason = "with idn the url crate reads the text itself")
)]
struct Parts<'a> {
    scheme: Scheme,
    host: &'a str,
    port: Option<u16>,
    /// Path, query and fragment, as typed.
    rest: &'a str,
}

/// The verdict, the same with and without the feature `idn`.
fn check(text: &str) -> Result<Parts<'_>, Rejection> {
    if text.is_empty() {
        return Err(REQUIRED);
    }
    if text.chars().nth(MAX_ADDRESS).is_some() {
        return Err(TOO_LONG);
    }
    if text.chars().any(char::is_control) {
        return Err(INVALID);
    }
    let Some((scheme, after)) = Scheme::split(text) else {
        return Err(if begins_with_a_host(text) {
            SCHEME_MISSING
        } else {
            INVALID
        });
    };
    let (authority, rest) = split_at(after, ['/', '?', '#']);
    let (host, port) = host::split_port(authority).ok_or(INVALID)?;
    if !is_public_site(host) {
        return Err(INVALID);
    }
    Ok(Parts {
        scheme,
        host,
        port,
        rest,
    })
}

/// `companyname.com`, `//companyname.com/about`, `companyname.com:8080`.
fn begins_with_a_host(text: &str) -> bool {
    let text = text.strip_prefix("//").unwrap_or(text);
    is_public_site(split_at(text, ['/', '?', '#', ':']).0)
}

fn is_public_site(host: &str) -> bool {
    let host = host.strip_suffix('.').unwrap_or(host);
    let last = host.rsplit('.').next().unwrap_or_default();
    host::canonical_name(host).is_some()
        && !PRIVATE.iter().any(|name| last.eq_ignore_ascii_case(name))
}

fn split_at<const N: usize>(text: &str, marks: [char; N]) -> (&str, &str) {
    text.split_at(text.find(marks).unwrap_or(text.len()))
}

#[cfg(feature = "idn")]
fn canonical(_: &Parts<'_>, text: &str) -> Option<String> {
    let url = url::Url::parse(text).ok()?;
    url.host_str()
        .is_some_and(is_public_site)
        .then(|| url.into())
}

#[cfg(not(feature = "idn"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same shape as with the feature"
)]
fn canonical(parts: &Parts<'_>, _: &str) -> Option<String> {
    let host = parts.host.to_lowercase();
    let authority = host::join_port(parts.scheme, &host, parts.port);
    let slash = if parts.rest.starts_with('/') { "" } else { "/" };
    Some(format!(
        "{}{authority}{slash}{}",
        parts.scheme.prefix(),
        parts.rest
    ))
}
