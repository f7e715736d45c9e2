use super::rejection::Rejection;
use super::string_form::string_form;

const REQUIRED: Rejection = Rejection::required("Choose a color.");
const INVALID: Rejection = Rejection::new(
    "invalid_color",
    "Enter the color as # and six digits, like #1f2937.",
);

/// Contrast that text needs against what is behind it (WCAG 2.2, 1.4.3).
const READABLE: f64 = 4.5;
const WHITE: &str = "#ffffff";
const BLACK: &str = "#000000";

/// A color: `#` and six hexadecimal digits, in lower case. Three digits stand for six.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Color(String);

impl Color {
    /// Codes: `required`, `invalid_color`.
    pub fn parse(value: &str) -> Result<Self, Rejection> {
        let text = value.trim();
        if text.is_empty() {
            return Err(REQUIRED);
        }
        let digits = text.strip_prefix('#').ok_or(INVALID)?;
        if !digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
            return Err(INVALID);
        }
        let digits = match digits.len() {
            6 => digits.to_owned(),
            3 => digits.chars().flat_map(|digit| [digit, digit]).collect(),
            _ => return Err(INVALID),
        };
        Ok(Self(format!("#{}", digits.to_ascii_lowercase())))
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The color of text on it: white where that can be read, otherwise black, which then can.
    pub fn text_color(&self) -> &'static str {
        if contrast(self.luminance(), 1.0) >= READABLE {
            WHITE
        } else {
            BLACK
        }
    }

    /// Relative luminance, 0 to 1 (WCAG 2.2).
    fn luminance(&self) -> f64 {
        let part = |from: usize| {
            let digits = self.0.get(from..from + 2).unwrap_or_default();
            let byte = u8::from_str_radix(digits, 16).unwrap_or_default();
            linear(f64::from(byte) / 255.0)
        };
        0.2126 * part(1) + 0.7152 * part(3) + 0.0722 * part(5)
    }
}

fn linear(part: f64) -> f64 {
    if part <= 0.04045 {
        part / 12.92
    } else {
        ((part + 0.055) / 1.055).powf(2.4)
    }
}

fn contrast(one: f64, other: f64) -> f64 {
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

impl Default for Color {
    /// A dark slate, which goes with most pages.
    fn default() -> Self {
        Self("#1f2937".to_owned())
    }
}

string_form!(Color, "A color: `#` and six digits.", "#1f2937");

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_read_as_people_write_them() {
        for (given, color) in [
            ("#1F2937", "#1f2937"),
            (" #abc ", "#aabbcc"),
            ("#000000", BLACK),
        ] {
            assert_eq!(Color::parse(given).map(String::from), Ok(color.to_owned()));
        }
    }

    #[test]
    fn nothing_else_is_a_color() {
        for given in [
            "red", "1f2937", "#12345", "#1234567", "#gggggg", "#fff;}", "#é1", "url(x)",
        ] {
            assert_eq!(Color::parse(given), Err(INVALID), "{given}");
        }
        assert_eq!(Color::parse(" "), Err(REQUIRED));
    }

    #[test]
    fn the_luminance_is_that_of_the_standard() {
        let of = |color: &str| Color::parse(color).expect("a color").luminance();
        assert!((contrast(of(WHITE), of(BLACK)) - 21.0).abs() < 1e-9);
        // The grey that just passes on white, as contrast checkers show it.
        assert!((contrast(of("#767676"), 1.0) - 4.54).abs() < 0.01);
    }

    #[test]
    fn text_can_be_read_on_every_color() {
        for red in (0..=255).step_by(15) {
            for green in (0..=255).step_by(15) {
                for blue in (0..=255).step_by(15) {
                    let color = Color(format!("#{red:02x}{green:02x}{blue:02x}"));
                    let text = Color(color.text_color().to_owned());
                    let reached = contrast(color.luminance(), text.luminance());
                    assert!(reached >= READABLE, "{text} on {color}: {reached}");
                }
            }
        }
    }

    #[test]
    fn a_pale_color_gets_dark_text() {
        let on = |color: &str| Color::parse(color).expect("a color").text_color();
        assert_eq!(on("#ffee88"), BLACK);
        assert_eq!(on("#1f2937"), WHITE);
    }
}
