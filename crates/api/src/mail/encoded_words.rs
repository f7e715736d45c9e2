use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

/// Longest plain value that fits its line behind `Subject: `.
pub const MAX_PLAIN: usize = 67;

/// Bytes of text in one encoded word. With its frame it takes 64 characters, so that `Subject: `
/// fits before the first one: RFC 2047 allows 75 a word and 76 a line.
const WORD_BYTES: usize = 39;

/// A `Subject` ready for the wire: as it is when short printable ASCII, or else encoded words.
///
/// Text that looks like an encoded word is encoded once more, so that it is shown as it is; the
/// mail library would let it through.
pub fn subject(value: &str) -> String {
    let is_plain = value.bytes().all(|byte| matches!(byte, b' '..=b'~'));
    if is_plain && !value.contains("=?") && value.len() <= MAX_PLAIN {
        return value.to_owned();
    }
    words(value)
}

/// Encoded words, one a line.
pub fn words(value: &str) -> String {
    let words: Vec<String> = pieces(value)
        .iter()
        .map(|piece| format!("=?utf-8?b?{}?=", STANDARD.encode(piece)))
        .collect();
    words.join("\r\n ")
}

/// Pieces of whole characters, each short enough for one word.
fn pieces(value: &str) -> Vec<String> {
    let mut pieces: Vec<String> = Vec::new();
    for c in value.chars() {
        match pieces.last_mut() {
            Some(piece) if piece.len() + c.len_utf8() <= WORD_BYTES => piece.push(c),
            _ => pieces.push(c.to_string()),
        }
    }
    pieces
}
