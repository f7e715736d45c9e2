//! `X-Twilio-Signature`, written a second time and apart from the crate that verifies it.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::hmac;

/// The signature of a form posted to this URL.
pub(crate) fn signature(auth_token: &str, url: &str, params: &[(String, String)]) -> String {
    let mut params: Vec<&(String, String)> = params.iter().collect();
    params.sort();
    params.dedup();
    let mut text = url.split('#').next().unwrap_or_default().to_owned();
    for (name, value) in params {
        text.push_str(name);
        text.push_str(value);
    }
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, auth_token.as_bytes());
    STANDARD.encode(hmac::sign(&key, text.as_bytes()))
}

/// The URL with the scheme's port written out, unless it has one.
pub(crate) fn with_port(url: &str) -> String {
    let Ok(parsed) = url::Url::parse(url) else {
        return url.to_owned();
    };
    let (Some(host), Some(port), None) = (
        parsed.host_str(),
        parsed.port_or_known_default(),
        parsed.port(),
    ) else {
        return url.to_owned();
    };
    if url.contains(&format!("{host}:{port}")) {
        return url.to_owned();
    }
    url.replacen(host, &format!("{host}:{port}"), 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_contract_is_signed_as_published() {
        let params: Vec<(String, String)> = [
            ("CallSid", "CA1234567890ABCDE"),
            ("Digits", "1234"),
            ("From", "+14158675309"),
            ("To", "+18005551212"),
            ("Caller", "+14158675309"),
        ]
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect();
        let url = "https://mycompany.com/myapp.php?foo=1&bar=2";
        assert_eq!(
            signature("12345", url, &params),
            "RSOYDt4T1cUTdK1PDd93/VVr8B8="
        );
        assert_eq!(
            signature("12345", &with_port(url), &params),
            "kvajT1Ptam85bY51eRf/AJRuM3w="
        );
    }
}
