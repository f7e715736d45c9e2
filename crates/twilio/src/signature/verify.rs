use std::fmt::Write;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use ring::{digest, hmac};
use secrecy::SecretString;

use super::sign::{key, text};
use super::url::{variants, without_fragment};

/// A request that claims to come from Twilio.
#[derive(Clone, Copy, Debug)]
pub struct Received<'a> {
    /// The **configured** public address joined with path and query as received, escapes untouched.
    /// Never made from the request's host or forwarding headers.
    pub url: &'a str,
    /// The header's value; missing is never valid.
    pub signature: Option<&'a str>,
    pub body: Body<'a>,
}

/// What the request carried.
#[derive(Clone, Copy, Debug)]
pub enum Body<'a> {
    /// GET.
    Empty,
    /// `application/x-www-form-urlencoded`, as raw bytes.
    Form(&'a [u8]),
    /// Anything else, as raw bytes; its hash must be in the query.
    Other(&'a [u8]),
}

impl<'a> Body<'a> {
    /// Decides by the method and the content type, never by what the query claims.
    pub fn of(method: &str, content_type: Option<&str>, bytes: &'a [u8]) -> Self {
        let media_type = content_type
            .unwrap_or_default()
            .split(';')
            .next()
            .unwrap_or_default()
            .trim();
        if media_type.eq_ignore_ascii_case("application/x-www-form-urlencoded") {
            Self::Form(bytes)
        } else if bytes.is_empty() && method.eq_ignore_ascii_case("GET") {
            Self::Empty
        } else {
            Self::Other(bytes)
        }
    }

    /// The form's names and values, decoded and in the order they came; none for other bodies.
    pub fn params(&self) -> Vec<(String, String)> {
        match self {
            Self::Form(bytes) => ::url::form_urlencoded::parse(bytes).into_owned().collect(),
            Self::Empty | Self::Other(_) => Vec::new(),
        }
    }
}

/// Whether the request was signed with one of the auth tokens: the primary one, and during a
/// rotation the old one too. Answers nothing about why not, as a caller should not either.
pub fn verify(auth_tokens: &[SecretString], received: &Received<'_>) -> bool {
    let Some(signature) = received
        .signature
        .and_then(|text| STANDARD.decode(text).ok())
    else {
        return false;
    };
    if let Body::Other(bytes) = received.body
        && !hash_fits(received.url, bytes)
    {
        return false;
    }
    let params = received.body.params();
    let texts: Vec<String> = variants(received.url)
        .iter()
        .map(|url| text(url, &params))
        .collect();
    auth_tokens.iter().any(|token| {
        let key = key(token);
        texts
            .iter()
            .any(|text| hmac::verify(&key, text.as_bytes(), &signature).is_ok())
    })
}

/// Whether `bodySHA256` of the query is the hash of the body. It is no secret, so the comparison
/// need not take constant time.
fn hash_fits(url: &str, body: &[u8]) -> bool {
    let Some((_, query)) = without_fragment(url).split_once('?') else {
        return false;
    };
    let hash = digest::digest(&digest::SHA256, body);
    let mut wanted = String::with_capacity(64);
    for byte in hash.as_ref() {
        // Writing to a text cannot fail.
        let _ = write!(wanted, "{byte:02x}");
    }
    let mut claimed = ::url::form_urlencoded::parse(query.as_bytes())
        .filter(|(name, _)| name == "bodySHA256")
        .peekable();
    claimed.peek().is_some() && claimed.all(|(_, value)| *value == wanted)
}

#[cfg(test)]
mod tests {
    use super::super::sign;
    use super::*;

    const URL: &str = "https://app.test/hook?bodySHA256=\
        44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a";

    fn token() -> SecretString {
        SecretString::from("12345")
    }

    #[test]
    fn a_form_with_a_body_hash_does_not_skip_its_parameters() {
        let signature = sign(&token(), URL, &[]);
        let form = Body::of(
            "POST",
            Some("application/x-www-form-urlencoded"),
            b"Body=changed",
        );
        let received = Received {
            url: URL,
            signature: Some(&signature),
            body: form,
        };
        assert!(!verify(&[token()], &received));
    }

    #[test]
    fn a_body_that_is_no_form_needs_its_hash() {
        let url = "https://app.test/hook";
        let signature = sign(&token(), url, &[]);
        for body in [
            Body::of("POST", Some("application/json"), b"{}"),
            Body::of("POST", None, b"x"),
        ] {
            let received = Received {
                url,
                signature: Some(&signature),
                body,
            };
            assert!(!verify(&[token()], &received));
        }
    }

    #[test]
    fn during_a_rotation_either_token_fits() {
        let signature = sign(&token(), "https://app.test/hook#rc=2", &[]);
        let received = Received {
            url: "https://app.test/hook",
            signature: Some(&signature),
            body: Body::Empty,
        };
        assert!(verify(&[SecretString::from("new"), token()], &received));
        assert!(!verify(&[SecretString::from("new")], &received));
        assert!(!verify(&[], &received));
    }

    #[test]
    fn a_missing_header_is_refused() {
        let received = Received {
            url: URL,
            signature: None,
            body: Body::Empty,
        };
        assert!(!verify(&[token()], &received));
    }
}
