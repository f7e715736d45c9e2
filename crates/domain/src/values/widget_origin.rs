use serde::{Deserialize, Serialize};

use super::host::{self, Scheme};
use super::rejection::Rejection;
use super::string_form::string_form;
use super::website_address::WebsiteAddress;

const REQUIRED: Rejection =
    Rejection::required("Enter the address of the site, like https://www.companyname.com.");
const INVALID: Rejection = Rejection::new(
    "invalid_origin",
    "Enter the address of the site without a path, like https://www.companyname.com, or https://*.companyname.com for all names in front of it.",
);

/// A site that may show the widget: scheme, host and port (RFC 6454).
///
/// `https://*.companyname.com` stands for one or more labels in front, never for the bare name.
/// Stored in lower case, in ASCII form and without the port that needs no mention.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct WidgetOrigin(String);

impl WidgetOrigin {
    /// An entry of the list, typed by a person: one slash at the end is forgiven.
    ///
    /// Codes: `required`, `invalid_origin`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        let text = text.strip_suffix('/').unwrap_or(text);
        let (scheme, authority) = Scheme::split(text).ok_or(INVALID)?;
        let (star, authority) = match authority.strip_prefix("*.") {
            Some(rest) => ("*.", rest),
            None => ("", authority),
        };
        let authority = canonical_authority(scheme, authority).ok_or(INVALID)?;
        if !star.is_empty() && is_localhost(&authority) {
            return Err(INVALID);
        }
        Ok(Self(format!("{}{star}{authority}", scheme.prefix())))
    }

    /// The origin of a company's website.
    pub fn of_website(website: &WebsiteAddress) -> Self {
        let host = website.host();
        let bare = host.strip_suffix('.').unwrap_or(host);
        Self(website.origin().replacen(host, bare, 1))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether a request with this `Origin` header comes from the site. The header is read
    /// strictly: `null`, lists, paths, credentials and anything else that is no origin do not match.
    pub fn allows(&self, origin_header: &str) -> bool {
        header_origin(origin_header).is_some_and(|origin| self.covers(&origin))
    }

    fn covers(&self, origin: &str) -> bool {
        match self.0.split_once('*') {
            None => self.0 == origin,
            Some((scheme, name)) => origin
                .strip_prefix(scheme)
                .and_then(|rest| rest.strip_suffix(name))
                .is_some_and(|front| !front.is_empty()),
        }
    }
}

string_form!(
    WidgetOrigin,
    "A site that may show the widget: scheme, host and port, or `*.` for all names in front.",
    "https://www.companyname.com"
);

/// The sites that may show one company's widget. An empty list allows none.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct AllowedOrigins(Vec<WidgetOrigin>);

impl AllowedOrigins {
    pub fn new(origins: Vec<WidgetOrigin>) -> Self {
        Self(origins)
    }

    /// Whether a request with this `Origin` header comes from one of the sites.
    pub fn allows(&self, origin_header: &str) -> bool {
        self.site_of(origin_header).is_some()
    }

    /// The entry that a request with this `Origin` header comes from.
    pub fn site_of(&self, origin_header: &str) -> Option<&WidgetOrigin> {
        // As browsers write it: in the one form that is stored. Any other form is read first.
        let is_written_so = |entry: &&WidgetOrigin| entry.0 == origin_header;
        if !origin_header.contains('*')
            && let Some(entry) = self.0.iter().find(is_written_so)
        {
            return Some(entry);
        }
        let origin = header_origin(origin_header)?;
        self.0.iter().find(|entry| entry.covers(&origin))
    }

    pub fn iter(&self) -> std::slice::Iter<'_, WidgetOrigin> {
        self.0.iter()
    }
}

impl<'a> IntoIterator for &'a AllowedOrigins {
    type Item = &'a WidgetOrigin;
    type IntoIter = std::slice::Iter<'a, WidgetOrigin>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl FromIterator<WidgetOrigin> for AllowedOrigins {
    fn from_iter<I: IntoIterator<Item = WidgetOrigin>>(origins: I) -> Self {
        Self(origins.into_iter().collect())
    }
}

fn header_origin(header: &str) -> Option<String> {
    let (scheme, authority) = Scheme::split(header)?;
    let authority = canonical_authority(scheme, authority)?;
    Some(format!("{}{authority}", scheme.prefix()))
}

fn canonical_authority(scheme: Scheme, authority: &str) -> Option<String> {
    let (name, port) = host::split_port(authority)?;
    let name = if is_localhost(name) {
        name.to_ascii_lowercase()
    } else {
        host::canonical_name(name)?
    };
    Some(host::join_port(scheme, &name, port))
}

/// The developer's own machine, the one name of a single label.
fn is_localhost(authority: &str) -> bool {
    let name = authority.split(':').next().unwrap_or_default();
    name.eq_ignore_ascii_case("localhost")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sites(entries: [&str; 2]) -> AllowedOrigins {
        let parsed = entries.map(|entry| WidgetOrigin::parse(entry).expect("an origin"));
        parsed.into_iter().collect()
    }

    #[test]
    fn wg_01_the_site_of_an_origin_is_found_in_any_form_it_is_written_in() {
        let sites = sites(["https://www.acme.test", "https://acme.test"]);
        for (header, site) in [
            ("https://www.acme.test", Some("https://www.acme.test")),
            ("HTTPS://WWW.Acme.Test:443", Some("https://www.acme.test")),
            ("https://acme.test", Some("https://acme.test")),
            ("https://acme.test/", None),
            ("https://shop.acme.test", None),
        ] {
            let found = sites.site_of(header).map(WidgetOrigin::as_str);
            assert_eq!(found, site, "{header}");
        }
    }

    #[test]
    fn wg_01_no_page_comes_from_a_wildcard_itself() {
        let sites = sites(["https://*.acme.test", "https://*.other.test"]);
        assert_eq!(sites.site_of("https://*.acme.test"), None);
        let shop = sites.site_of("https://shop.acme.test");
        assert_eq!(shop.map(WidgetOrigin::as_str), Some("https://*.acme.test"));
    }
}
