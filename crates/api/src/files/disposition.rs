//! `Content-Disposition`: a name that no browser and no system reads as anything else (RFC 6266).

use std::fmt::Write as _;

/// Names that mean devices to Windows, whatever follows the first dot.
const DEVICES: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// To be saved as a file of this ending, whatever it was called, where somebody opens it by itself.
pub fn attachment(name: &str, ending: &str) -> String {
    let stem = name.rsplit_once('.').map_or(name, |(stem, _)| stem);
    let stem = stem.trim_matches(['.', ' ']);
    let stem = if stem.is_empty() { "logo" } else { stem };
    let plain: String = stem.chars().map(plain).collect();
    let plain = if is_device(stem) {
        format!("_{plain}")
    } else {
        plain
    };
    let mut header = format!("attachment; filename=\"{plain}.{ending}\"");
    if !stem.is_ascii() {
        header += "; filename*=UTF-8''";
        for byte in stem.bytes() {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_') {
                header.push(char::from(byte));
            } else {
                // Writing to a String cannot fail.
                let _ = write!(header, "%{byte:02X}");
            }
        }
        let _ = write!(header, ".{ending}");
    }
    header
}

fn plain(c: char) -> char {
    match c {
        'a'..='z' | 'A'..='Z' | '0'..='9' | '-' | '_' | '.' | ' ' => c,
        _ => '_',
    }
}

fn is_device(stem: &str) -> bool {
    let first = stem
        .split('.')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let word = first.trim_end_matches(|c: char| c.is_ascii_digit());
    DEVICES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xs_08_a_name_is_quoted_safely_and_ends_as_what_is_served() {
        for (name, wanted) in [
            ("logo.png", r#"attachment; filename="logo.png""#),
            ("LOGO.PNG", r#"attachment; filename="LOGO.png""#),
            ("logo", r#"attachment; filename="logo.png""#),
            ("logo.png.html", r#"attachment; filename="logo.png.png""#),
            (r#"lo"go.png"#, r#"attachment; filename="lo_go.png""#),
            ("lo'go;x=y.png", r#"attachment; filename="lo_go_x_y.png""#),
            ("CON.png", r#"attachment; filename="_CON.png""#),
            ("lpt1.tar.gz", r#"attachment; filename="_lpt1.tar.png""#),
            (
                "лого.png",
                r#"attachment; filename="____.png"; filename*=UTF-8''%D0%BB%D0%BE%D0%B3%D0%BE.png"#,
            ),
        ] {
            assert_eq!(attachment(name, "png"), wanted);
        }
    }
}
