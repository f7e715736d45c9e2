//! What a file is called: for people to read, never a path.

/// The longest name, in characters.
const LONGEST: usize = 100;
/// What a file without a name is called.
const NAMELESS: &str = "logo";

/// The name somebody gave, without folders, control characters and what surrounds it.
pub fn cleaned(given: &str) -> String {
    let last = given
        .trim_end_matches(['/', '\\'])
        .rsplit(['/', '\\'])
        .next();
    let shown = |c: &char| !c.is_control() && !is_invisible(*c);
    let text: String = last.unwrap_or_default().chars().filter(shown).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let text: String = words.join(" ").chars().take(LONGEST).collect();
    let text = text.trim_matches(['.', ' ']);
    if text.is_empty() {
        return NAMELESS.to_owned();
    }
    text.to_owned()
}

/// Marks of direction and width, which can make a name look like another one.
const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn xs_08_a_name_has_no_folder_and_nothing_one_cannot_see() {
        for (given, wanted) in [
            ("../../logo.png", "logo.png"),
            ("..\\logo.png", "logo.png"),
            ("/etc/passwd", "passwd"),
            ("logo.png\0.svg", "logo.png.svg"),
            ("logo.png/", "logo.png"),
            (".htaccess", "htaccess"),
            ("logo\r\nX: y.png", "logoX: y.png"),
            ("logo\u{202e}gnp.exe", "logognp.exe"),
            ("  logo .png ", "logo .png"),
            ("лого.png", "лого.png"),
            ("", "logo"),
            ("...", "logo"),
        ] {
            assert_eq!(cleaned(given), wanted, "{given:?}");
        }
        assert_eq!(cleaned(&"a".repeat(300)).len(), LONGEST);
    }
}
