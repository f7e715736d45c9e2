use super::samples::{LINK, all_messages};
use crate::mail::render;

/// Every page, once with ordinary names and once with hostile ones.
fn pages() -> Vec<(&'static str, String)> {
    [None, Some("</td></table><img src=//x>\"'&")]
        .into_iter()
        .flat_map(all_messages)
        .map(|message| (message.name(), render(&message).unwrap().html))
        .collect()
}

#[test]
fn tags_are_balanced() {
    for (name, html) in pages() {
        let mut open: Vec<String> = Vec::new();
        for tag in tags(&html) {
            if let Some(closed) = tag.strip_prefix('/') {
                assert_eq!(open.pop().as_deref(), Some(closed), "{name}");
            } else if !tag.ends_with('/') && !tag.starts_with('!') {
                let name = tag.split_whitespace().next().unwrap();
                open.push(name.to_owned());
            }
        }
        assert!(open.is_empty(), "{name}: {open:?}");
    }
}

#[test]
fn em_03_links_lead_only_to_our_host_and_nothing_is_fetched() {
    for (name, html) in pages() {
        for tag in tags(&html) {
            assert!(
                !tag.starts_with("img") && !tag.starts_with("link"),
                "{name}"
            );
            assert!(
                !tag.contains("src=") && !tag.contains("background="),
                "{name}"
            );
            if let Some((_, rest)) = tag.split_once("href=\"") {
                assert!(rest.starts_with(&format!("{LINK}\"")), "{name}: {tag}");
            }
        }
        assert!(
            !html.contains("url(") && !html.contains("@import"),
            "{name}"
        );
    }
}

#[test]
fn a_message_with_a_link_has_one_button_and_the_link_as_text() {
    for message in all_messages(None) {
        let rendered = render(&message).unwrap();
        let has_link = rendered.text.contains(LINK);
        let buttons = rendered.html.matches("bgcolor=").count();
        assert_eq!(buttons, usize::from(has_link), "{}", message.name());
        let shown = rendered.html.matches(&format!(">{LINK}</a>")).count();
        assert_eq!(shown, usize::from(has_link), "{}", message.name());
    }
}

#[test]
fn pages_are_600_wide_and_know_dark_mode() {
    for (name, html) in pages() {
        assert!(html.contains("max-width:600px"), "{name}");
        assert!(html.contains("prefers-color-scheme: dark"), "{name}");
        assert!(
            html.contains(r#"name="color-scheme" content="light dark""#),
            "{name}"
        );
        assert!(html.contains(r#"lang="en""#), "{name}");
    }
}

/// What stands between `<` and `>`; text and style hold neither.
fn tags(html: &str) -> Vec<&str> {
    html.split('<')
        .skip(1)
        .map(|piece| piece.split_once('>').expect("an open tag").0)
        .collect()
}
