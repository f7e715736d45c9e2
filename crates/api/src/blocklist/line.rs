//! A line of the list.

use ring::digest::{SHA1_FOR_LEGACY_USE_ONLY, digest};

/// Bytes of a SHA-1 that are kept: with ten million lines, one in a trillion other passwords is taken
/// for a listed one.
pub const KEPT: usize = 8;

/// What is kept of a password.
pub fn of_password(password: &str) -> [u8; KEPT] {
    let hash = digest(&SHA1_FOR_LEGACY_USE_ONLY, password.as_bytes());
    let mut kept = [0; KEPT];
    for (kept, byte) in kept.iter_mut().zip(hash.as_ref()) {
        *kept = *byte;
    }
    kept
}

/// What is kept of a line: a SHA-1 in hex, perhaps with a count behind it, or else a password.
pub fn of_line(line: &[u8]) -> Option<[u8; KEPT]> {
    let line = line.strip_suffix(b"\r").unwrap_or(line);
    if line.is_empty() {
        return None;
    }
    Some(of_hash(line).unwrap_or_else(|| {
        let text = String::from_utf8_lossy(line);
        of_password(&text)
    }))
}

fn of_hash(line: &[u8]) -> Option<[u8; KEPT]> {
    let (hash, count) = line.split_at_checked(40)?;
    let counted = match count {
        [] => true,
        [b':', digits @ ..] => digits.iter().all(u8::is_ascii_digit),
        _ => false,
    };
    if !counted || !hash.iter().all(u8::is_ascii_hexdigit) {
        return None;
    }
    let mut kept = [0; KEPT];
    for (kept, pair) in kept.iter_mut().zip(hash.chunks(2)) {
        let text = std::str::from_utf8(pair).ok()?;
        *kept = u8::from_str_radix(text, 16).ok()?;
    }
    Some(kept)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn au_04_a_line_is_a_password_or_its_hash() {
        let hash = "5BAA61E4C9B93F3F0682250B6CF8331B7EE68FD8";
        let kept = of_password("password");
        assert_eq!(kept, [0x5b, 0xaa, 0x61, 0xe4, 0xc9, 0xb9, 0x3f, 0x3f]);
        for line in [
            "password",
            "password\r",
            hash,
            &hash.to_lowercase(),
            &format!("{hash}:3861493"),
        ] {
            assert_eq!(of_line(line.as_bytes()), Some(kept), "{line}");
        }
        for other in [
            &format!("{hash}0"),
            &format!("{hash}:x"),
            &hash[1..],
            "Password",
        ] {
            assert_ne!(of_line(other.as_bytes()), Some(kept), "{other}");
        }
        assert_eq!(of_line(b""), None);
        assert_eq!(of_line(b"\r"), None);
    }
}
