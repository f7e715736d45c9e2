//! What all free text has in common.

use std::borrow::Cow;

use super::rejection::Rejection;
use super::unicode::nfc;

/// How one kind of text differs from the others.
pub(super) struct Rule {
    /// Most characters (code points after NFC).
    pub(super) max: usize,
    /// Line feeds and tabs are part of the text.
    pub(super) many_lines: bool,
    pub(super) required: Rejection,
    pub(super) too_long: Rejection,
    pub(super) invalid: Rejection,
}

impl Rule {
    /// The text in NFC, without blanks at its ends; runs of blanks inside are kept.
    ///
    /// U+2028 and U+2029 are kept everywhere: they are text, not ends of a line.
    pub(super) fn apply(&self, value: &str) -> Result<String, Rejection> {
        let text = value.trim_matches(is_blank);
        if !text.chars().any(is_visible) {
            return Err(if text.chars().any(char::is_control) {
                self.invalid.clone()
            } else {
                self.required.clone()
            });
        }
        // Four characters compose to one at most, so longer texts need no work.
        if text.chars().nth(self.max * 4).is_some() {
            return Err(self.too_long.clone());
        }
        let text = self.one_kind_of_line_end(text);
        if text.chars().any(|c| self.refuses(c)) || !isolates_are_closed(&text) {
            return Err(self.invalid.clone());
        }
        let text = nfc(&text);
        if text.chars().nth(self.max).is_some() {
            return Err(self.too_long.clone());
        }
        Ok(text)
    }

    fn one_kind_of_line_end<'a>(&self, text: &'a str) -> Cow<'a, str> {
        if self.many_lines && text.contains('\r') {
            Cow::Owned(text.replace("\r\n", "\n").replace('\r', "\n"))
        } else {
            Cow::Borrowed(text)
        }
    }

    fn refuses(&self, c: char) -> bool {
        let allowed_here = self.many_lines && matches!(c, '\n' | '\t');
        (c.is_control() && !allowed_here) || is_override(c)
    }
}

/// Characters without a shape of their own: zero-width characters, direction marks, joiners,
/// variation selectors, fillers and tags.
pub(super) fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}'
        | '\u{200b}'..='\u{200f}'
        | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}'
        | '\u{3164}'
        | '\u{fe00}'..='\u{fe0f}'
        | '\u{feff}' | '\u{ffa0}'
        | '\u{e0000}'..='\u{e0fff}')
}

fn is_visible(c: char) -> bool {
    // The empty braille pattern is drawn as a blank.
    !c.is_whitespace() && !c.is_control() && !is_invisible(c) && c != '\u{2800}'
}

fn is_blank(c: char) -> bool {
    c.is_whitespace() && !matches!(c, '\u{2028}' | '\u{2029}')
}

/// Embeddings and overrides, which turn round what stands after them (Unicode TR 36).
fn is_override(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}')
}

/// Every isolate is closed, so that its direction does not leak into the text around it.
fn isolates_are_closed(text: &str) -> bool {
    let mut open = 0_usize;
    for c in text.chars() {
        match c {
            '\u{2066}'..='\u{2068}' => open += 1,
            '\u{2069}' => match open.checked_sub(1) {
                Some(rest) => open = rest,
                None => return false,
            },
            _ => {}
        }
    }
    open == 0
}
