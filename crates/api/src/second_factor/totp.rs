//! Codes by time (RFC 6238): six digits, HMAC-SHA-1, steps of 30 seconds, which is what every
//! authenticator app knows.

use chrono::{DateTime, Utc};
use ring::hmac;
use url::form_urlencoded::byte_serialize;

const STEP_S: i64 = 30;
/// Clocks of phones may differ by so many steps.
const DRIFT: i64 = 1;
/// As RFC 4226 advises: as many as SHA-1 gives.
pub const SECRET: usize = 20;
const BASE32: &[u8; 32] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/// The steps around a time whose code is the one that was typed.
pub fn steps_of(secret: &[u8], digits: &str, now: DateTime<Utc>) -> Vec<i64> {
    let step = now.timestamp().div_euclid(STEP_S);
    let near = step - DRIFT..=step + DRIFT;
    near.filter(|step| same(&code(secret, *step), digits))
        .collect()
}

/// The code of a step (RFC 4226, section 5.3).
fn code(secret: &[u8], step: i64) -> String {
    let key = hmac::Key::new(hmac::HMAC_SHA1_FOR_LEGACY_USE_ONLY, secret);
    let tag = hmac::sign(&key, &step.to_be_bytes());
    let bytes = tag.as_ref();
    let offset = usize::from(bytes.last().copied().unwrap_or_default() & 0xf);
    let four = bytes.iter().skip(offset).take(4);
    let number = four.fold(0_u32, |number, byte| number << 8 | u32::from(*byte));
    format!("{:06}", (number & 0x7fff_ffff) % 1_000_000)
}

/// Compares without telling by its time how much fits.
fn same(one: &str, other: &str) -> bool {
    one.len() == other.len()
        && one
            .bytes()
            .zip(other.bytes())
            .fold(0, |all, (a, b)| all | (a ^ b))
            == 0
}

/// The secret as people type it.
pub fn base32(secret: &[u8]) -> String {
    let bits: Vec<u8> = secret
        .iter()
        .flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1))
        .collect();
    let digit = |bits: &[u8]| {
        let number = bits
            .iter()
            .fold(0, |number, bit| number << 1 | usize::from(*bit));
        let padded = number << (5 - bits.len());
        BASE32.get(padded).copied().map_or('A', char::from)
    };
    bits.chunks(5).map(digit).collect()
}

/// What apps read: whose code it is, and the secret.
pub fn uri(issuer: &str, email: &str, secret: &str) -> String {
    // A blank is %20 in a path and for these apps everywhere.
    let encoded = |text: &str| {
        byte_serialize(text.as_bytes())
            .collect::<String>()
            .replace('+', "%20")
    };
    let (issuer, email) = (encoded(issuer), encoded(email));
    format!(
        "otpauth://totp/{issuer}:{email}?secret={secret}&issuer={issuer}&algorithm=SHA1&digits=6&period=30"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET_OF_THE_RFC: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> DateTime<Utc> {
        DateTime::from_timestamp(seconds, 0).unwrap()
    }

    /// RFC 6238, appendix B; the last six of its eight digits.
    #[test]
    fn au_08_codes_are_those_of_the_standard() {
        for (seconds, digits) in [
            (59, "287082"),
            (1_111_111_109, "081804"),
            (1_111_111_111, "050471"),
            (1_234_567_890, "005924"),
            (2_000_000_000, "279037"),
            (20_000_000_000, "353130"),
        ] {
            assert_eq!(
                steps_of(SECRET_OF_THE_RFC, digits, at(seconds)),
                [seconds / 30],
                "{seconds}"
            );
        }
    }

    #[test]
    fn au_08_a_code_is_borne_one_step_early_and_late() {
        let now = 1_111_111_111;
        let digits = code(SECRET_OF_THE_RFC, now / 30);
        for (shift, borne) in [
            (-60, false),
            (-30, true),
            (0, true),
            (30, true),
            (60, false),
        ] {
            let found = steps_of(SECRET_OF_THE_RFC, &digits, at(now + shift));
            assert_eq!(found == [now / 30], borne, "{shift}");
        }
        assert!(steps_of(SECRET_OF_THE_RFC, "", at(now)).is_empty());
    }

    /// RFC 4648, section 10.
    #[test]
    fn au_08_base32_is_that_of_the_standard() {
        for (text, encoded) in [
            ("", ""),
            ("f", "MY"),
            ("fo", "MZXQ"),
            ("foo", "MZXW6"),
            ("foob", "MZXW6YQ"),
            ("fooba", "MZXW6YTB"),
            ("foobar", "MZXW6YTBOI"),
        ] {
            assert_eq!(base32(text.as_bytes()), encoded);
        }
    }

    #[test]
    fn au_08_the_address_for_apps_names_whose_code_it_is() {
        assert_eq!(
            uri("Gangway", "ann+x@acme.example", "ABC"),
            "otpauth://totp/Gangway:ann%2Bx%40acme.example?secret=ABC&issuer=Gangway&algorithm=SHA1&digits=6&period=30"
        );
        assert!(uri("A B", "x", "C").starts_with("otpauth://totp/A%20B:x?"));
    }
}
