use super::samples::{LINK, all_messages};
use crate::mail::render;

#[test]
fn every_message_reads_as_reviewed() {
    for message in all_messages(None) {
        let rendered = render(&message).unwrap();
        let shown = format!("Subject: {}\n\n{}", rendered.subject, rendered.text);
        insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
            insta::assert_snapshot!(message.name(), shown);
        });
    }
}

#[test]
fn b06_the_welcome_mail_has_the_button_set_up_company() {
    let rendered = render(&all_messages(None)[0]).unwrap();
    assert!(rendered.html.contains(">Set Up Company</a>"));
    assert!(
        rendered
            .text
            .contains(&format!("Set Up Company:\n{LINK}\n"))
    );
    assert!(rendered.text.contains("27 November 2026, 14:00 UTC"));
}

#[test]
fn a07_the_test_mail_advises_to_let_mail_in() {
    let rendered = render(&all_messages(None)[7]).unwrap();
    for part in [rendered.text.replace('\n', " "), rendered.html] {
        assert!(part.contains("Never block sender"));
        assert!(part.contains("Not junk"));
        assert!(part.contains(super::samples::SENDER));
    }
}

#[test]
fn words_are_calm_and_lines_are_short() {
    for message in all_messages(None) {
        let rendered = render(&message).unwrap();
        assert!(!rendered.text.contains('!'), "{}", message.name());
        assert!(!rendered.subject.contains('!'), "{}", message.name());
        for line in rendered.text.lines().filter(|line| *line != LINK) {
            assert!(line.chars().count() <= 72, "{line}");
        }
    }
}

#[test]
fn every_message_says_who_sent_it_and_that_it_can_be_ignored() {
    for message in all_messages(None) {
        let rendered = render(&message).unwrap();
        for part in [&rendered.text.replace('\n', " "), &rendered.html] {
            assert!(
                part.contains("Gangway sent this email"),
                "{}",
                message.name()
            );
            assert!(part.contains("you can ignore it"), "{}", message.name());
            if let Some(partner) = message.partner_name() {
                assert!(part.contains(partner), "{}", message.name());
            }
        }
    }
}
