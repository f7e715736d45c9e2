//! Where a client's application works: its own web site, with and without `www.`.

use crate::context::Context;
use gangway_domain::values::{AllowedOrigins, WebsiteAddress, WidgetOrigin};

/// The origins of a client's application: its web site's, and the sandbox's where that plays the web
/// site.
pub fn of_client(ctx: &Context, website: Option<&str>) -> AllowedOrigins {
    let own = of_website(website);
    let sandbox = ctx.config.sandbox.as_ref();
    let played = sandbox.and_then(|sandbox| WidgetOrigin::parse(&sandbox.site_address()).ok());
    own.iter().cloned().chain(played).collect()
}

/// The origins of a web site; none of none.
pub fn of_website(website: Option<&str>) -> AllowedOrigins {
    let Some(website) = website.and_then(|website| WebsiteAddress::parse(website).ok()) else {
        return AllowedOrigins::default();
    };
    let own = WidgetOrigin::of_website(&website);
    let sibling = sibling(own.as_str());
    std::iter::once(own).chain(sibling).collect()
}

fn sibling(origin: &str) -> Option<WidgetOrigin> {
    let (scheme, host) = origin.split_once("://")?;
    let other = match host.strip_prefix("www.") {
        Some(bare) => bare.to_owned(),
        None => format!("www.{host}"),
    };
    WidgetOrigin::parse(&format!("{scheme}://{other}")).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn origins(website: &str) -> Vec<String> {
        let allowed = of_website(Some(website));
        allowed
            .iter()
            .map(|origin| origin.as_str().to_owned())
            .collect()
    }

    #[test]
    fn a_site_is_allowed_with_and_without_www() {
        let both = ["https://www.acme.test", "https://acme.test"];
        assert_eq!(origins("https://www.acme.test/about?x=1"), both);
        let both = ["http://acme.test:8080", "http://www.acme.test:8080"];
        assert_eq!(origins("http://ACME.test:8080/"), both);
    }

    #[test]
    fn wg_01_nothing_else_is() {
        let allowed = of_website(Some("https://www.acme.test"));
        for foreign in [
            "null",
            "http://www.acme.test",
            "https://www.acme.test:8443",
            "https://www.acme.test.evil.test",
            "https://evilwww.acme.test",
            "https://shop.acme.test",
            "https://test",
            "",
        ] {
            assert!(!allowed.allows(foreign), "{foreign}");
        }
        assert!(!of_website(None).allows("https://www.acme.test"));
    }
}
