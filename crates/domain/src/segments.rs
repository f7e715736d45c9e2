//! How many parts a text is sent in, which is what it costs.
//!
//! 160 characters of GSM-7 go in one part, 153 in each of several; with any other character it is 70
//! and 67 units of UCS-2 (3GPP TS 23.038 and 23.040). No character is cut in two: an escaped one of
//! GSM-7, or one of two units, that does not fit goes to the next part.

/// The alphabet a text is sent in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// The alphabet of phones: most of Western Europe's letters.
    Gsm7,
    /// All of Unicode, at less than half the length.
    Ucs2,
}

/// A text as it is sent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Segments {
    /// Its alphabet.
    pub encoding: Encoding,
    /// Parts; none for an empty text.
    pub count: u32,
    /// Units in all: septets of GSM-7, 16-bit units of UCS-2.
    pub units: u32,
    /// Units left in the last part.
    pub left: u32,
}

/// Characters of one septet, without the escape.
const BASIC: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
/// Characters of two septets: an escape and another.
const EXTENDED: &str = "\u{c}^{}\\[~]|€";

/// Counts the parts of a text.
pub fn segments(text: &str) -> Segments {
    let septets: Option<Vec<u32>> = text.chars().map(septets).collect();
    let (encoding, widths, (one, many)) = match septets {
        Some(widths) => (Encoding::Gsm7, widths, (160, 153)),
        None => (Encoding::Ucs2, units_of_ucs2(text), (70, 67)),
    };
    let units = widths.iter().sum();
    let (count, left) = match units {
        0 => (0, one),
        units if units <= one => (1, one - units),
        _ => filled(&widths, many),
    };
    Segments {
        encoding,
        count,
        units,
        left,
    }
}

/// Parts of this size that characters fill in turn, and what is left of the last.
fn filled(widths: &[u32], size: u32) -> (u32, u32) {
    widths.iter().fold((1, size), |(count, left), width| {
        match left.checked_sub(*width) {
            Some(left) => (count, left),
            None => (count + 1, size - width),
        }
    })
}

fn septets(c: char) -> Option<u32> {
    if BASIC.contains(c) {
        Some(1)
    } else if EXTENDED.contains(c) {
        Some(2)
    } else {
        None
    }
}

fn units_of_ucs2(text: &str) -> Vec<u32> {
    text.chars()
        .map(|c| if u32::from(c) > 0xffff { 2 } else { 1 })
        .collect()
}
