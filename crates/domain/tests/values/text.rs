use gangway_domain::values::{CompanyName, Line, Paragraph, PersonName};
use serde::Deserialize;
use unicode_normalization::UnicodeNormalization;

use super::corpus;

#[derive(Deserialize)]
struct Case {
    id: String,
    text: String,
    must: String,
}

fn nfc(text: &str) -> String {
    text.nfc().collect()
}

#[test]
fn free_text_does_what_each_line_of_the_list_must() {
    let cases: Vec<Case> = corpus::read("strings/text_cases.json").unwrap_or_default();
    for case in cases {
        let line = Line::parse(&case.text).map(String::from);
        let name = CompanyName::parse(&case.text).map(String::from);
        let paragraph = Paragraph::parse(&case.text).map(String::from);
        assert_eq!(line.is_ok(), name.is_ok(), "{}", case.id);
        let id = case.id.as_str();
        if case.must.starts_with("store and return byte-for-byte") {
            assert_eq!(line, Ok(nfc(&case.text)), "{id}");
            assert_eq!(paragraph, Ok(nfc(&case.text)), "{id}");
        } else if case.must.starts_with("reject with 422") {
            assert_eq!(line.unwrap_err().code, "invalid_text", "{id}");
            let breaks_only = matches!(id, "newline" | "crlf" | "header_value" | "log_line");
            assert_eq!(paragraph.is_ok(), breaks_only, "{id}");
        } else if matches!(id, "spaces_only" | "empty") {
            assert_eq!(line.unwrap_err().code, "required", "{id}");
        } else if matches!(id, "long_256" | "long_word") {
            assert_eq!(line.unwrap_err().code, "too_long", "{id}");
        } else if matches!(id, "ansi" | "xss_href_mixed") {
            assert_eq!(line.unwrap_err().code, "invalid_text", "{id}");
        } else {
            assert_eq!(line, Ok(nfc(case.text.trim())), "{id}");
        }
    }
}

#[test]
fn naughty_strings_are_kept_or_refused_and_kept_ones_stay_as_they_are() {
    let texts: Vec<String> = corpus::read("strings/naughty.json").unwrap_or_default();
    for text in texts {
        if let Ok(line) = Line::parse(&text) {
            assert_eq!(Line::parse(line.as_str()), Ok(line.clone()), "{text:?}");
        }
        if let Ok(paragraph) = Paragraph::parse(&text) {
            assert_eq!(Paragraph::parse(paragraph.as_str()), Ok(paragraph.clone()));
        }
    }
}

#[test]
fn the_limit_counts_characters_after_composition() {
    assert!(Line::parse(&"e\u{301}".repeat(255)).is_ok());
    assert!(Line::parse(&"\u{1f600}".repeat(255)).is_ok());
    assert_eq!(Line::parse(&"é".repeat(256)).unwrap_err().code, "too_long");
    assert!(PersonName::parse(&"a".repeat(100)).is_ok());
    assert_eq!(
        PersonName::parse(&"a".repeat(101)).unwrap_err().code,
        "too_long"
    );
    assert!(Paragraph::parse(&"a".repeat(2000)).is_ok());
    assert_eq!(
        Paragraph::parse(&"a".repeat(2001)).unwrap_err().code,
        "too_long"
    );
    assert_eq!(
        Line::parse(&"a".repeat(9_000_000)).unwrap_err().code,
        "too_long"
    );
}

#[test]
fn text_without_anything_to_see_is_required() {
    for empty in [
        "\u{200b}",
        "\u{200e}\u{200f}",
        "\u{feff} \u{2060}",
        "\u{2028}",
        "\u{3164}",
    ] {
        assert_eq!(
            PersonName::parse(empty).unwrap_err().code,
            "required",
            "{empty:?}"
        );
    }
}

#[test]
fn direction_marks_inside_a_name_are_kept_and_open_isolates_refused() {
    assert!(PersonName::parse("\u{200f}שלום\u{200e} Ltd").is_ok());
    assert!(PersonName::parse("\u{2067}שלום\u{2069}").is_ok());
    for bad in [
        "\u{2067}שלום",
        "a\u{2069}b",
        "\u{202e}abc",
        "a\u{202b}b\u{202c}",
    ] {
        assert_eq!(
            PersonName::parse(bad).unwrap_err().code,
            "invalid_text",
            "{bad:?}"
        );
    }
}

#[test]
fn a_paragraph_keeps_its_lines_with_one_kind_of_end() {
    let paragraph = Paragraph::parse(" one\r\ntwo\rthree\n\tfour \n").unwrap();
    assert_eq!(paragraph.as_str(), "one\ntwo\nthree\n\tfour");
    assert_eq!(
        Paragraph::parse("a\u{1b}[2J").unwrap_err().code,
        "invalid_text"
    );
}
