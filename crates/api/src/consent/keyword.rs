//! Words by which customers end and restore consent, and ask for help.
//!
//! Ending is understood generously: blanks, hyphens and punctuation around and between letters do not
//! matter, unless it is a question. Restoring and asking for help take the word alone, as the provider
//! does, which would go on blocking after anything else.

/// What a customer wants by a text of one word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Keyword {
    /// No more texts.
    Stop,
    /// Texts again.
    Start,
    /// To know whose texts these are and how to end them.
    Help,
}

const STOP: &[&str] = &[
    "STOP",
    "STOPALL",
    "UNSUBSCRIBE",
    "CANCEL",
    "END",
    "QUIT",
    "REVOKE",
    "OPTOUT",
];
const START: &[&str] = &["START", "YES", "UNSTOP"];
const HELP: &[&str] = &["HELP", "INFO"];
/// No word is longer with the noise around it.
const MOST: usize = 64;

/// The keyword a text is, if it is one. What the provider says it is counts for more than the text:
/// it may know words in other languages.
pub fn keyword(body: &str, opt_out_type: Option<&str>) -> Option<Keyword> {
    said(opt_out_type).or_else(|| exact(body)).or_else(|| {
        let word = without_noise(body)?;
        STOP.contains(&word.as_str()).then_some(Keyword::Stop)
    })
}

/// Whether the provider has answered the text itself: it does when the word is the whole text, or
/// when it says what it took the text for.
pub fn answered_by_provider(body: &str, opt_out_type: Option<&str>) -> bool {
    said(opt_out_type).or_else(|| exact(body)).is_some()
}

fn said(opt_out_type: Option<&str>) -> Option<Keyword> {
    match opt_out_type?.trim().to_ascii_uppercase().as_str() {
        "STOP" => Some(Keyword::Stop),
        "START" => Some(Keyword::Start),
        "HELP" => Some(Keyword::Help),
        _ => None,
    }
}

fn exact(body: &str) -> Option<Keyword> {
    let word = body.trim();
    let is = |known: &&str| word.eq_ignore_ascii_case(known);
    if STOP.iter().any(|known| is(known)) {
        Some(Keyword::Stop)
    } else if START.iter().any(|known| is(known)) {
        Some(Keyword::Start)
    } else if HELP.iter().any(|known| is(known)) {
        Some(Keyword::Help)
    } else {
        None
    }
}

fn without_noise(body: &str) -> Option<String> {
    let question = body.contains(['?', '\u{ff1f}', '\u{bf}']);
    if question || body.chars().nth(MOST).is_some() {
        return None;
    }
    let letters = body.chars().filter(|c| c.is_alphanumeric());
    Some(letters.flat_map(char::to_uppercase).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn b32_every_word_is_known_in_any_case_and_among_blanks() {
        for (words, wanted) in [
            (STOP, Keyword::Stop),
            (START, Keyword::Start),
            (HELP, Keyword::Help),
        ] {
            for word in words {
                let lower = word.to_lowercase();
                for body in [(*word).to_owned(), lower.clone(), format!("\n {lower}\t ")] {
                    assert_eq!(keyword(&body, None), Some(wanted), "{body:?}");
                    assert!(answered_by_provider(&body, None), "{body:?}");
                }
            }
        }
    }

    #[test]
    fn b32_the_words_that_end_consent_are_those_of_the_list() {
        let listed = "STOP, STOPALL, UNSUBSCRIBE, CANCEL, END, QUIT, REVOKE, OPTOUT";
        assert_eq!(STOP.join(", "), listed);
        assert_eq!(START.join(", "), "START, YES, UNSTOP");
    }

    #[test]
    fn b32_ending_is_understood_with_noise_around_it() {
        for body in [
            " stop. ",
            "STOP!!!",
            "“Stop”",
            "stop all",
            "opt-out",
            "Opt out.",
            "un-subscribe",
            "\u{200b}stop",
            "stop 🛑",
        ] {
            assert_eq!(keyword(body, None), Some(Keyword::Stop), "{body:?}");
            assert!(!answered_by_provider(body, None), "{body:?}");
        }
    }

    #[test]
    fn b32_a_sentence_or_a_question_is_no_keyword() {
        for body in [
            "STOP it please",
            "please stop",
            "Cancel my appointment",
            "Quit?",
            "end",
            "the end",
            "",
            "   ",
            "stopped",
            "nonstop",
            "yes please",
            "Yes!",
            "start.",
            "help!",
            "I need help",
            "1",
            "🛑",
        ] {
            let wanted = (body == "end").then_some(Keyword::Stop);
            assert_eq!(keyword(body, None), wanted, "{body:?}");
        }
        assert_eq!(keyword(&format!("stop{}", ".".repeat(100)), None), None);
    }

    #[test]
    fn b32_what_the_provider_says_counts_for_more_than_the_text() {
        assert_eq!(keyword("ARRÊT", Some("STOP")), Some(Keyword::Stop));
        assert_eq!(keyword("stop", Some("START")), Some(Keyword::Start));
        assert_eq!(keyword("aide", Some("help")), Some(Keyword::Help));
        assert!(answered_by_provider("ARRÊT", Some("STOP")));
        // One it does not know leaves the text to speak for itself.
        assert_eq!(keyword("STOP", Some("LATER")), Some(Keyword::Stop));
        assert_eq!(keyword("hello", Some("")), None);
    }
}
