use gangway_domain::values::{
    AllowedOrigins, CompanyName, Country, DomainName, EmailAddress, ItGlueAddress, Line, Paragraph,
    Password, PersonName, PhoneNumber, Rejection, TimeZone, WebsiteAddress, WidgetOrigin,
};
use proptest::prelude::*;

/// A value that parses gives its own canonical form again.
fn parses_to_itself<T: std::fmt::Display>(
    parse: fn(&str) -> Result<T, Rejection>,
    text: &str,
) -> Result<(), TestCaseError> {
    if let Ok(value) = parse(text) {
        let canonical = value.to_string();
        let again = parse(&canonical).map(|value| value.to_string());
        prop_assert_eq!(again, Ok(canonical));
    }
    Ok(())
}

fn all(text: &str) -> Result<(), TestCaseError> {
    parses_to_itself(EmailAddress::parse, text)?;
    parses_to_itself(DomainName::parse, text)?;
    parses_to_itself(WebsiteAddress::parse, text)?;
    parses_to_itself(WidgetOrigin::parse, text)?;
    parses_to_itself(ItGlueAddress::parse, text)?;
    parses_to_itself(TimeZone::parse, text)?;
    parses_to_itself(Country::parse, text)?;
    parses_to_itself(PersonName::parse, text)?;
    parses_to_itself(CompanyName::parse, text)?;
    parses_to_itself(Line::parse, text)?;
    parses_to_itself(Paragraph::parse, text)?;
    parses_to_itself(PhoneNumber::parse, text)?;
    if let Ok(password) = Password::check(text, &[text, "Jane"]) {
        prop_assert_eq!(Password::check(password.as_str(), &["Jane"]), Ok(password));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_parsed_or_refused(text in any::<String>()) {
        all(&text)?;
    }

    #[test]
    fn text_like_an_email_is_parsed_or_refused(
        text in "[ -~éа\u{200b}]{1,12}@([a-zA-Z0-9ßöＡя.-]{1,12}\\.){1,3}[a-zé]{1,4}"
    ) {
        parses_to_itself(EmailAddress::parse, &text)?;
    }

    #[test]
    fn text_like_a_website_is_parsed_or_refused(
        text in "(https?|HTTP)://([a-zA-Z0-9ößя-]{1,8}\\.){1,3}[a-zя]{2,4}\\.?(:[0-9]{1,5})?([/?#][ -~é\u{a0}]{0,20})?"
    ) {
        parses_to_itself(WebsiteAddress::parse, &text)?;
        if let Ok(website) = WebsiteAddress::parse(&text) {
            let origin = WidgetOrigin::of_website(&website);
            prop_assert_eq!(WidgetOrigin::parse(origin.as_str()), Ok(origin.clone()));
            prop_assert!(AllowedOrigins::new(vec![origin.clone()]).allows(origin.as_str()));
        }
    }

    #[test]
    fn digits_and_marks_are_a_number_or_refused(text in "\\+?[0-9０-９ ().-]{0,24}") {
        parses_to_itself(PhoneNumber::parse, &text)?;
    }

    #[test]
    fn folded_names_are_folded_for_good(text in "[a-zA-ZéÉßİ\u{301}\u{200b} \u{2028}]{1,40}") {
        if let Ok(name) = CompanyName::parse(&text) {
            let folded = name.folded();
            if let Ok(again) = CompanyName::parse(&folded) {
                prop_assert_eq!(again.folded(), folded);
            }
        }
    }
}
