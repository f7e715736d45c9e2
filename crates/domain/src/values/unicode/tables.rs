use unicode_normalization::{UnicodeNormalization, is_nfc};

pub use unicode_normalization::char::is_combining_mark;

/// Composed.
pub fn nfc(text: &str) -> String {
    if is_nfc(text) {
        return text.to_owned();
    }
    text.nfc().collect()
}

/// Composed, with letters that only look different made alike.
pub fn nfkc(text: &str) -> String {
    text.nfkc().collect()
}

/// Taken apart, with letters that only look different made alike.
pub fn nfkd(text: &str) -> String {
    text.nfkd().collect()
}
