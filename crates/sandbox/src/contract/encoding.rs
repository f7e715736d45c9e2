//! The bytes of a form.

use crate::twilio::RequestSeen;

const FORM: &str = "application/x-www-form-urlencoded";

/// In what the body of a call is not what Twilio reads.
pub(super) fn differences(call: &RequestSeen, takes_form: bool) -> Vec<String> {
    let mut found = Vec::new();
    if !takes_form {
        if !call.body.is_empty() {
            found.push("the call takes no body".to_owned());
        }
        return found;
    }
    if call.content_type.as_deref() != Some(FORM) {
        found.push(format!("the body is not sent as {FORM}"));
    }
    if !is_well_encoded(&call.body) {
        found.push("the body is not a well encoded form".to_owned());
    }
    found
}

/// Names and values as browsers write them: blanks as `+`, all but letters, digits and `*-._` in
/// percent and two digits, and UTF-8 underneath.
fn is_well_encoded(body: &[u8]) -> bool {
    if body.is_empty() {
        return true;
    }
    body.split(|byte| *byte == b'&').all(|pair| {
        let mut halves = pair.split(|byte| *byte == b'=');
        let name = halves.next().and_then(decoded);
        let value = halves.next().and_then(decoded);
        halves.next().is_none() && value.is_some() && name.is_some_and(|name| !name.is_empty())
    })
}

fn decoded(text: &[u8]) -> Option<String> {
    let mut bytes = Vec::new();
    let mut rest = text.iter();
    while let Some(byte) = rest.next() {
        bytes.push(match byte {
            b'%' => hexadecimal(*rest.next()?)? * 16 + hexadecimal(*rest.next()?)?,
            b'+' => b' ',
            b'*' | b'-' | b'.' | b'_' => *byte,
            byte if byte.is_ascii_alphanumeric() => *byte,
            _ => return None,
        });
    }
    String::from_utf8(bytes).ok()
}

fn hexadecimal(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

#[cfg(test)]
mod tests {
    use super::is_well_encoded;

    #[test]
    fn only_what_every_reader_decodes_alike_is_well_encoded() {
        for body in [
            "",
            "To=%2B15105550142&Body=a+b",
            "Body=",
            "Body=Gr%C3%BC%C3%9Fe",
        ] {
            assert!(is_well_encoded(body.as_bytes()), "{body}");
        }
        for body in [
            "Body", "=x", "Body=a=b", "Body=a b", "Body=%2", "Body=%zz", "Body=%FF", "Body=ü",
            "To=%2B1&",
        ] {
            assert!(!is_well_encoded(body.as_bytes()), "{body}");
        }
    }
}
