use super::rejection::Rejection;

/// Digits of a code of an authenticator app.
const APP: usize = 6;
/// Characters of a recovery code.
const RECOVERY: usize = 10;

const REQUIRED: Rejection = Rejection::new("required", "Enter the code.");
const NO_CODE: Rejection = Rejection::new(
    "invalid_code",
    "Enter the six digits your app shows, or one of your recovery codes.",
);
const NO_APP_CODE: Rejection =
    Rejection::new("invalid_code", "Enter the six digits your app shows.");

/// A code as typed to sign in: of an authenticator app, or for recovery. Blanks and hyphens do not count.
#[derive(Clone, PartialEq, Eq)]
pub enum OneTimeCode {
    /// Six digits.
    App(String),
    /// Ten characters of [`OneTimeCode::ALPHABET`].
    Recovery(String),
}

impl OneTimeCode {
    /// What recovery codes are made of: no two characters look alike.
    pub const ALPHABET: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

    /// Reads either kind. Codes: `required`, `invalid_code`.
    pub fn parse(raw: &str) -> Result<Self, Rejection> {
        let text = typed(raw).ok_or(NO_CODE)?;
        if text.is_empty() {
            return Err(REQUIRED);
        }
        if text.len() == APP && text.bytes().all(|byte| byte.is_ascii_digit()) {
            return Ok(Self::App(text));
        }
        let text = text.replace('o', "0").replace(['i', 'l'], "1");
        let known = text.bytes().all(|byte| Self::ALPHABET.contains(&byte));
        if text.len() == RECOVERY && known {
            return Ok(Self::Recovery(text));
        }
        Err(NO_CODE)
    }

    /// Reads a code of an app, and gives its digits.
    pub fn of_app(raw: &str) -> Result<String, Rejection> {
        match Self::parse(raw) {
            Ok(Self::App(digits)) => Ok(digits),
            Err(rejection) if rejection.code == REQUIRED.code => Err(rejection),
            Ok(Self::Recovery(_)) | Err(_) => Err(NO_APP_CODE),
        }
    }
}

/// In lower case without blanks and hyphens; none where it is far too long.
fn typed(raw: &str) -> Option<String> {
    if raw.chars().nth(64).is_some() {
        return None;
    }
    let kept = raw.chars().filter(|c| !c.is_whitespace() && *c != '-');
    Some(kept.collect::<String>().to_lowercase())
}

impl std::fmt::Debug for OneTimeCode {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("OneTimeCode(redacted)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn au_08_codes_are_read_as_people_type_them() {
        for (typed, code) in [
            ("123456", OneTimeCode::App("123456".into())),
            (" 123 456 ", OneTimeCode::App("123456".into())),
            ("abcde-fgh0k", OneTimeCode::Recovery("abcdefgh0k".into())),
            ("ABCDE FGHoI", OneTimeCode::Recovery("abcdefgh01".into())),
            ("1234567890", OneTimeCode::Recovery("1234567890".into())),
        ] {
            assert_eq!(OneTimeCode::parse(typed), Ok(code), "{typed}");
        }
    }

    #[test]
    fn au_08_what_is_no_code_is_refused_with_what_to_do() {
        for wrong in ["12345", "1234567", "abcde-fghu0", "12345६", "''"] {
            let rejection = OneTimeCode::parse(wrong).unwrap_err();
            assert_eq!(rejection.code, "invalid_code", "{wrong}");
        }
        let long = "1".repeat(100_000);
        assert_eq!(OneTimeCode::parse(&long).unwrap_err().code, "invalid_code");
        assert_eq!(OneTimeCode::parse(" - ").unwrap_err().code, "required");
        assert_eq!(OneTimeCode::of_app("").unwrap_err().code, "required");
        assert_eq!(
            OneTimeCode::of_app("abcde-fgh0k").unwrap_err().code,
            "invalid_code"
        );
        let seen = format!("{:?}", OneTimeCode::parse("123456"));
        assert!(!seen.contains("123"), "{seen}");
    }
}
