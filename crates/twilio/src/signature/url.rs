//! The ways one URL is written in signatures. All on the text as it came: parsing and printing a
//! URL again would change its escapes.

/// The URL as signed: Twilio never sends the fragment.
pub(super) fn without_fragment(url: &str) -> &str {
    url.split_once('#').map_or(url, |(before, _)| before)
}

/// The URL as it is, without its port if that is the scheme's own, and with the scheme's port
/// written out if it has none. Another port stays.
pub(super) fn variants(url: &str) -> Vec<String> {
    let url = without_fragment(url);
    let mut variants = vec![url.to_owned()];
    let Some((scheme, rest)) = url.split_once("://") else {
        return variants;
    };
    let default = match scheme.to_ascii_lowercase().as_str() {
        "https" => "443",
        "http" => "80",
        _ => return variants,
    };
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    let (authority, path) = rest.split_at(end);
    match port(authority) {
        None => variants.push(format!("{scheme}://{authority}:{default}{path}")),
        Some((host, port)) if port == default => {
            variants.push(format!("{scheme}://{host}{path}"));
        }
        Some(_) => {}
    }
    variants
}

/// The authority before its port, and the port; an IPv6 address keeps its colons.
fn port(authority: &str) -> Option<(&str, &str)> {
    let host_at = authority.rfind('@').map_or(0, |at| at + 1);
    let (before, port) = authority.rsplit_once(':')?;
    let digits = !port.is_empty() && port.bytes().all(|byte| byte.is_ascii_digit());
    (before.len() >= host_at && digits).then_some((before, port))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_standard_port_is_tried_written_and_unwritten() {
        for (url, other) in [
            ("https://a.test/x?y=1", "https://a.test:443/x?y=1"),
            ("https://a.test:443/x", "https://a.test/x"),
            ("http://a.test?x=:80", "http://a.test:80?x=:80"),
            ("http://[2001:db8::1]/x", "http://[2001:db8::1]:80/x"),
            ("https://u:443@a.test/x", "https://u:443@a.test:443/x"),
            ("https://a.test/x#rc=1", "https://a.test:443/x"),
        ] {
            assert_eq!(variants(url), [without_fragment(url), other], "{url}");
        }
    }

    #[test]
    fn another_port_stays() {
        let url = "http://a.test:1234/x";
        assert_eq!(variants(url), [url]);
    }
}
