/// One line of at most `max_chars` characters: each run of blanks, control characters and line
/// separators becomes one space, and what would turn the direction of the text around is left
/// out. A longer value ends in `…`.
pub fn one_line(value: &str, max_chars: usize) -> String {
    let visible: String = value
        .chars()
        .filter(|c| !turns_direction(*c))
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = visible.split_whitespace().collect();
    shorten(words.join(" "), max_chars)
}

fn shorten(value: String, max_chars: usize) -> String {
    if value.chars().count() <= max_chars {
        return value;
    }
    let kept: String = value.chars().take(max_chars.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}

/// Bidirectional controls (Unicode TR9): with them `moc.elpmaxe` reads as another name.
fn turns_direction(c: char) -> bool {
    matches!(c, '\u{200e}' | '\u{200f}' | '\u{061c}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}
