//! What a key looks like: `gwk_<id>_<secret><checksum>`.
//!
//! The id is 32 hex digits, the secret 43 characters of base62 (256 random bits), the checksum the
//! CRC-32 of all before it as 6 characters of base62. Whoever looks for leaked keys finds them by the
//! prefix and tells a real one by the checksum, without asking us.

use crate::context::Chance;
use gangway_domain::ids::ApiKeyId;
use uuid::Uuid;

/// How every key begins.
pub const PREFIX: &str = "gwk_";
const BASE62: &[u8; 62] = b"0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
const SECRET: usize = 43;
const CHECKSUM: usize = 6;

/// Writes a new key with this id.
pub fn write(id: ApiKeyId, chance: &dyn Chance) -> String {
    let body = format!("{PREFIX}{}_{}", id.0.simple(), secret(chance));
    format!("{body}{}", checksum(&body))
}

/// The id in a key whose checksum is right; none for any other text.
pub fn read(text: &str) -> Option<ApiKeyId> {
    let (id, rest) = text.strip_prefix(PREFIX)?.split_once('_')?;
    let digits = rest.bytes().all(|byte| byte.is_ascii_alphanumeric());
    if id.len() != 32 || rest.len() != SECRET + CHECKSUM || !digits {
        return None;
    }
    let (body, sum) = text.split_at_checked(text.len() - CHECKSUM)?;
    let known = Uuid::try_parse(id).ok()?;
    (checksum(body) == sum && known.simple().to_string() == id).then_some(ApiKeyId(known))
}

fn secret(chance: &dyn Chance) -> String {
    let mut text = String::with_capacity(SECRET);
    while text.len() < SECRET {
        let mut bytes = [0; SECRET];
        chance.fill(&mut bytes);
        // 248 is four times 62: bytes from there on would make some characters likelier.
        let fair = bytes.iter().filter(|byte| **byte < 248);
        let wanted = SECRET - text.len();
        text.extend(fair.take(wanted).map(|byte| digit(u32::from(*byte))));
    }
    text
}

fn checksum(text: &str) -> String {
    let mut rest = crc32(text.as_bytes());
    let mut digits = [' '; CHECKSUM];
    for place in digits.iter_mut().rev() {
        *place = digit(rest);
        rest /= 62;
    }
    digits.iter().collect()
}

/// The last digit of a number in base62.
fn digit(number: u32) -> char {
    let at = usize::try_from(number % 62).unwrap_or_default();
    BASE62.get(at).copied().map_or('0', char::from)
}

/// CRC-32 as in zip files (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |crc, byte| {
        (0..8).fold(crc ^ u32::from(*byte), |crc, _| {
            (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 }
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::context::OsChance;
    use std::collections::HashSet;

    #[test]
    fn ak_01_the_checksum_is_the_crc_of_the_standard() {
        assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
        assert_eq!(checksum("123456789").len(), CHECKSUM);
    }

    #[test]
    fn ak_01_a_key_is_read_back_and_no_two_are_alike() {
        let (id, chance) = (ApiKeyId::from_parts(1, [7; 10]), OsChance::new());
        let keys: HashSet<String> = (0..200).map(|_| write(id, &chance)).collect();
        assert_eq!(keys.len(), 200);
        for key in keys {
            assert_eq!(key.len(), 86);
            assert_eq!(read(&key), Some(id), "{key}");
        }
    }

    #[test]
    fn ak_06_whatever_is_no_key_of_ours_is_told_by_itself() {
        let key = write(ApiKeyId::from_parts(1, [7; 10]), &OsChance::new());
        let mut wrong = vec![
            String::new(),
            PREFIX.to_owned(),
            key.to_uppercase(),
            format!("{key}0"),
            key.replace("gwk_", "gwx_"),
            format!(" {key}"),
            key.replacen('_', "-", 2),
        ];
        // One character changed, anywhere, breaks the checksum.
        for at in PREFIX.len()..key.len() {
            let mut bytes = key.clone().into_bytes();
            bytes[at] = if bytes[at] == b'0' { b'1' } else { b'0' };
            wrong.push(String::from_utf8(bytes).unwrap());
        }
        wrong.push(format!("{}é", &key[..key.len() - 2]));
        for text in wrong {
            assert_eq!(read(&text), None, "{text}");
        }
    }
}
