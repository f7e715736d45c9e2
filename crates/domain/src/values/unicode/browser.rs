use js_sys::{JsString, RegExp};

/// Composed.
pub fn nfc(text: &str) -> String {
    in_form("NFC", text)
}

/// Composed, with letters that only look different made alike.
pub fn nfkc(text: &str) -> String {
    in_form("NFKC", text)
}

/// Taken apart, with letters that only look different made alike.
pub fn nfkd(text: &str) -> String {
    in_form("NFKD", text)
}

/// Accents and other marks that stand on the character before.
pub fn is_combining_mark(c: char) -> bool {
    !c.is_ascii() && RegExp::new(r"^\p{M}$", "u").test(c.encode_utf8(&mut [0; 4]))
}

fn in_form(form: &str, text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    String::from(JsString::from(text).normalize(form))
}
