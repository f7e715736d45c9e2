//! Names of hosts, shared by email addresses, websites and origins.

use super::unicode::{is_combining_mark, nfc, nfkc};

/// Longest name in the DNS, in characters, without the root dot (RFC 1035).
const MAX_NAME: usize = 253;
/// Longest label (RFC 1035).
const MAX_LABEL: usize = 63;

/// The two schemes of the web.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Scheme {
    Http,
    Https,
}

impl Scheme {
    /// Scheme and the rest after `://`, or nothing for any other scheme or none.
    pub(super) fn split(text: &str) -> Option<(Self, &str)> {
        [Self::Https, Self::Http].into_iter().find_map(|scheme| {
            let start = scheme.prefix();
            let head = text.get(..start.len())?;
            let rest = text.get(start.len()..)?;
            head.eq_ignore_ascii_case(start).then_some((scheme, rest))
        })
    }

    /// The scheme as an address begins: `https://`.
    pub(super) const fn prefix(self) -> &'static str {
        match self {
            Self::Http => "http://",
            Self::Https => "https://",
        }
    }

    /// Port that needs no mention.
    pub(super) const fn default_port(self) -> u16 {
        match self {
            Self::Http => 80,
            Self::Https => 443,
        }
    }
}

/// Host and port of `host[:port]`; nothing when the port is no number from 1 to 65535.
pub(super) fn split_port(authority: &str) -> Option<(&str, Option<u16>)> {
    let Some((host, digits)) = authority.rsplit_once(':') else {
        return Some((authority, None));
    };
    if digits.is_empty() || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let port = digits.parse().ok().filter(|port| *port != 0)?;
    Some((host, Some(port)))
}

/// `host[:port]` again, without the port that needs no mention.
pub(super) fn join_port(scheme: Scheme, host: &str, port: Option<u16>) -> String {
    match port.filter(|port| *port != scheme.default_port()) {
        Some(port) => format!("{host}:{port}"),
        None => host.to_owned(),
    }
}

/// Whether the text has the shape of a name in the public DNS: two labels or more, the last of
/// letters. International letters count; look-alikes that stand for ASCII ones do not.
pub(super) fn is_public_name(name: &str) -> bool {
    let mut labels = name.rsplit('.');
    let last = labels
        .next()
        .is_some_and(|last| is_label(last) && is_top(last));
    let mut others = labels.peekable();
    last && others.peek().is_some() && others.all(is_label) && name.chars().count() <= MAX_NAME
}

/// The name in lower case and ASCII form, or nothing when it is no public name.
///
/// Without the feature `idn` an international name stays as it is, in lower case.
pub(super) fn canonical_name(name: &str) -> Option<String> {
    if !is_public_name(name) {
        return None;
    }
    let lower = name.to_lowercase();
    if lower.is_ascii() && !lower.split('.').any(|label| label.starts_with("xn--")) {
        return Some(lower);
    }
    ascii_form(lower).filter(|name| is_public_name(name))
}

#[cfg(feature = "idn")]
fn ascii_form(name: String) -> Option<String> {
    idna::domain_to_ascii_cow(name.as_bytes(), idna::AsciiDenyList::STD3)
        .ok()
        .map(std::borrow::Cow::into_owned)
}

#[cfg(not(feature = "idn"))]
#[expect(
    clippy::unnecessary_wraps,
    reason = "the same shape as with the feature"
)]
fn ascii_form(name: String) -> Option<String> {
    Some(name)
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && label.chars().count() <= MAX_LABEL
        && !label.starts_with('-')
        && !label.ends_with('-')
        && !label.starts_with(is_combining_mark)
        && label.chars().all(is_label_char)
}

fn is_label_char(c: char) -> bool {
    if c.is_ascii() {
        return c.is_ascii_alphanumeric() || c == '-';
    }
    (c.is_alphanumeric() || is_combining_mark(c)) && !stands_for_ascii(c)
}

/// Full-width, circled and mathematical letters: their compatibility form holds ASCII.
fn stands_for_ascii(c: char) -> bool {
    let mut buffer = [0; 4];
    let one: &str = c.encode_utf8(&mut buffer);
    let compatible = nfkc(one);
    nfc(one) != compatible && compatible.chars().any(|c| c.is_ascii())
}

fn is_top(label: &str) -> bool {
    label.chars().count() >= 2
        && (label
            .get(..4)
            .is_some_and(|start| start.eq_ignore_ascii_case("xn--"))
            || label
                .chars()
                .all(|c| c.is_alphabetic() || is_combining_mark(c)))
}
