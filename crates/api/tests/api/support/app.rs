//! An authenticator app, written from RFC 6238 and RFC 4648 alone.

use chrono::{DateTime, Utc};
use ring::hmac;

/// The code an app shows at a time for a secret in base32.
pub fn app_code(secret: &str, at: DateTime<Utc>) -> String {
    let mut bits = String::new();
    for letter in secret.chars() {
        let digit = match letter {
            'A'..='Z' => u32::from(letter) - u32::from('A'),
            '2'..='7' => u32::from(letter) - u32::from('2') + 26,
            other => panic!("{other} is no base32"),
        };
        bits += &format!("{digit:05b}");
    }
    let whole = bits.len() / 8;
    let bytes: Vec<u8> = (0..whole)
        .map(|byte| u8::from_str_radix(&bits[byte * 8..byte * 8 + 8], 2).expect("bits"))
        .collect();
    let step = u64::try_from(at.timestamp() / 30).expect("after 1970");
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, &bytes);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let tag = tag.as_ref();
    let offset = usize::from(tag[19] & 15);
    let four: [u8; 4] = tag[offset..offset + 4].try_into().expect("four");
    format!(
        "{:06}",
        (u32::from_be_bytes(four) & 0x7fff_ffff) % 1_000_000
    )
}
