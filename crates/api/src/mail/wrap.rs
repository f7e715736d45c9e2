/// Width of the plain-text part in characters.
const WIDTH: usize = 72;

/// Breaks every paragraph at 72 characters. A word longer than that, such as a link, stays whole;
/// at most one blank line in a row is kept.
pub fn paragraphs(text: &str) -> String {
    let mut lines: Vec<String> = Vec::new();
    for paragraph in text.trim().lines() {
        let wrapped = wrap(paragraph);
        let repeats_blank = wrapped.is_empty() && lines.last().is_none_or(String::is_empty);
        match wrapped.is_empty() {
            true if repeats_blank => {}
            true => lines.push(String::new()),
            false => lines.extend(wrapped),
        }
    }
    lines.join("\n") + "\n"
}

fn wrap(paragraph: &str) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in paragraph.split_whitespace() {
        match lines.last_mut() {
            Some(line) if line.chars().count() + 1 + word.chars().count() <= WIDTH => {
                line.push(' ');
                line.push_str(word);
            }
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
