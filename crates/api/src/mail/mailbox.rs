use super::{clean, encoded_words};
use lettre::Address;
use lettre::message::header::{HeaderName, HeaderValue};

/// Longest display name in characters.
const MAX_NAME: usize = 200;

/// A header with one address and, when there is one, the name before it.
///
/// The name is a quoted string of harmless characters or else encoded words, so that nothing in
/// it reads as an address. The mail library would let lines with encoded words grow longer than
/// the 76 characters that RFC 2047 allows.
pub fn header(header: HeaderName, name: Option<&str>, address: &Address) -> HeaderValue {
    let name = clean::one_line(name.unwrap_or_default(), MAX_NAME);
    let encoded = match name.as_str() {
        "" => address.to_string(),
        name => format!("{}\r\n <{address}>", phrase(name)),
    };
    HeaderValue::dangerous_new_pre_encoded(header, address.to_string(), encoded)
}

fn phrase(name: &str) -> String {
    let is_harmless = |byte: u8| byte.is_ascii_alphanumeric() || b" -_.,&'".contains(&byte);
    if name.len() <= encoded_words::MAX_PLAIN && name.bytes().all(is_harmless) {
        return format!("\"{name}\"");
    }
    encoded_words::words(name)
}
