use super::samples::{LINK, all_messages};
use crate::mail::{Contact, Message, RenderError, render};

#[test]
fn xs_09_a_value_is_never_read_as_a_template() {
    for evil in [
        "{{7*7}}",
        "{% include 'layout.html' %}",
        "{# gone #}",
        "${7*7}",
    ] {
        for message in all_messages(Some(evil)) {
            let rendered = render(&message).unwrap();
            let name = message.name();
            assert!(rendered.text.contains(evil), "{name}: {}", rendered.text);
            assert!(!rendered.text.contains("49"), "{name}");
            assert!(!rendered.html.contains("49;"), "{name}");
            let shown = evil.replace('\'', "&#x27;");
            assert!(rendered.html.contains(&shown), "{name}: {}", rendered.html);
        }
    }
}

#[test]
fn html_escapes_what_it_shows_and_text_does_not() {
    let evil = r#"<b onclick="x">Tom & Söhne</b>"#;
    for message in all_messages(Some(evil)) {
        let rendered = render(&message).unwrap();
        let name = message.name();
        assert!(rendered.text.contains(evil), "{name}: {}", rendered.text);
        assert!(!rendered.html.contains("<b onclick"), "{name}");
        assert!(rendered.html.contains("&lt;b onclick"), "{name}");
    }
}

#[test]
fn a_subject_is_one_line_of_at_most_200_characters() {
    let separators = "a\rb\nc\u{85}d\u{2028}e\u{2029}f\u{b}g\u{c}h\0i\u{7f}j\u{9b}k";
    let subject = |value: &str| render(&all_messages(Some(value))[0]).unwrap().subject;
    assert_eq!(
        subject(separators),
        "Set up your company with a b c d e f g h i j k"
    );
    assert_eq!(subject(&"ü".repeat(300)).chars().count(), 200);
    assert!(subject(&"ü".repeat(300)).ends_with('…'));
    assert_eq!(subject("a\u{202e}moc"), "Set up your company with amoc");
}

#[test]
fn a_link_that_needs_escaping_is_our_own_fault() {
    for link in [
        "javascript:alert(1)",
        "https://",
        "/invite",
        "https://x/\" onclick=",
        "https://x y",
    ] {
        let message = Message::PasswordReset {
            first_name: "Ada".to_owned(),
            link: link.to_owned(),
            expires_at: super::samples::expires_at(),
        };
        assert!(
            matches!(render(&message), Err(RenderError::Link { .. })),
            "{link}"
        );
    }
}

/// Text and HTML of a welcome by this contact of Northwind IT.
fn welcome(name: &str, email: &str, phone: Option<&str>) -> (String, String) {
    let message = Message::Welcome {
        partner_name: "Northwind IT".to_owned(),
        contact: Contact {
            partner_name: "Northwind IT".to_owned(),
            name: name.to_owned(),
            email: email.to_owned(),
            phone: phone.map(str::to_owned),
        },
        link: LINK.to_owned(),
        expires_at: super::samples::expires_at(),
        minutes: 6,
    };
    let rendered = render(&message).unwrap();
    (rendered.text, rendered.html)
}

#[test]
fn what_a_contact_lacks_leaves_no_gap() {
    for (name, email, phone, text_shows, html_shows) in [
        (
            "Ada",
            "a@n.example",
            None,
            "Ada at Northwind IT:\na@n.example\n\n---",
            "Ada at Northwind IT: a@n.example.<",
        ),
        (
            "Ada",
            "",
            Some("+1 2"),
            "Ada at Northwind IT:\n+1 2\n\n---",
            "Ada at Northwind IT: +1 2.<",
        ),
        (
            "Northwind IT",
            "",
            None,
            "Ask Northwind IT.\n\n---",
            "Ask Northwind IT.<",
        ),
        (
            "Northwind IT",
            "a@n.example",
            Some("+1 2"),
            "Ask Northwind IT:\na@n.example\n+1 2\n",
            "Ask Northwind IT: a@n.example, +1 2.<",
        ),
    ] {
        let (text, html) = welcome(name, email, phone);
        let html = html
            .replace("<span style=\"white-space:nowrap;\">", "")
            .replace("</span>", "");
        assert!(text.contains(text_shows), "{text}");
        assert!(html.contains(html_shows), "{html}");
    }
}
