//! Events in plain words, to stand behind the name of who did it.

mod table;

use serde_json::Value;
use table::WORDS;

/// What was done, in words; a kind without words of its own says itself.
pub fn what(kind: &str, data: &Value) -> String {
    let Some((_, with, without)) = WORDS.iter().find(|(known, ..)| *known == kind) else {
        return kind.replace(['.', '_'], " ");
    };
    filled(with, data).unwrap_or_else(|| (*without).to_owned())
}

/// The words with their facts; none where one is missing.
fn filled(words: &str, data: &Value) -> Option<String> {
    let mut parts = words.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (fact, rest) = part.split_once('}')?;
        text += &spoken(fact, data.get(fact)?.as_str()?);
        text += rest;
    }
    Some(text)
}

/// Roles and steps as people read them; everything else as it is.
fn spoken(fact: &str, value: &str) -> String {
    use gangway_domain::roles::Role;
    use gangway_domain::wizard::Step;
    let role = || Role::ALL.into_iter().find(|role| role.as_str() == value);
    let step = || serde_json::from_value::<Step>(Value::from(value)).ok();
    match fact {
        "role" | "to" => role().map_or(value.to_owned(), |role| role.title().to_owned()),
        "step" => step().map_or(value.to_owned(), |step| step.title().to_owned()),
        _ => value.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use gangway_domain::wire::EventGroup;
    use serde_json::json;

    #[test]
    fn ob_01_facts_stand_in_the_sentence() {
        let data =
            json!({"email": "jane@client.example", "role": "sales_rep", "step": "enable_sms"});
        assert_eq!(what("invite.sent", &data), "invited jane@client.example");
        assert_eq!(
            what("user.invited", &data),
            "invited jane@client.example as Sales rep"
        );
        assert_eq!(
            what("onboarding.step_completed", &data),
            "completed the step Enable SMS"
        );
        assert_eq!(what("invite.sent", &json!({})), "sent an invitation");
        assert_eq!(what("api_key.made", &Value::Null), "api key made");
    }

    #[test]
    fn ob_01_words_are_in_order_and_each_kind_has_a_group() {
        assert!(WORDS.windows(2).all(|pair| pair[0].0 < pair[1].0));
        for (kind, ..) in WORDS {
            assert_ne!(EventGroup::of(kind), EventGroup::Other, "{kind}");
        }
    }

    /// Every kind that the source records has words.
    #[test]
    fn ob_01_every_kind_that_is_recorded_has_words() {
        let mut kinds = Vec::new();
        look(
            std::path::Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/src")),
            &mut kinds,
        );
        assert!(kinds.len() > 25, "{kinds:?}");
        for kind in kinds {
            assert!(WORDS.iter().any(|(known, ..)| *known == kind), "{kind}");
        }
    }

    fn look(folder: &std::path::Path, kinds: &mut Vec<String>) {
        for entry in std::fs::read_dir(folder).expect("a folder") {
            let path = entry.expect("an entry").path();
            if path.is_dir() && !path.ends_with("events") {
                look(&path, kinds);
            } else if path.extension().is_some_and(|end| end == "rs") {
                let text = std::fs::read_to_string(&path).expect("text");
                if text.contains("events::") {
                    let quoted = text.split('"').skip(1).step_by(2);
                    kinds.extend(quoted.filter(|text| is_kind(text)).map(str::to_owned));
                }
            }
        }
    }

    fn is_kind(text: &str) -> bool {
        let word = |part: &str| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b == b'_')
        };
        text.split_once('.').is_some_and(|(noun, verb)| {
            word(noun) && word(verb) && !matches!(verb, "json" | "example")
        })
    }
}
