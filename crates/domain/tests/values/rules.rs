use gangway_domain::rules;

#[test]
fn a_rule_carries_code_and_message_of_the_value() {
    let error = rules::website_address("companyname.com").unwrap_err();
    assert_eq!(error.code, "scheme_missing");
    assert!(
        error
            .message
            .unwrap()
            .contains("https://www.companyname.com")
    );
    assert!(rules::email_address("jane@example.com").is_ok());
}

#[test]
fn optional_rules_take_blanks_and_nothing_bad() {
    for rule in [
        rules::optional_email_address,
        rules::optional_website_address,
        rules::optional_widget_origin,
        rules::optional_it_glue_address,
        rules::optional_time_zone,
        rules::optional_country,
        rules::optional_person_name,
        rules::optional_company_name,
        rules::optional_line,
        rules::optional_paragraph,
        rules::optional_phone_number,
    ] {
        assert!(rule("").is_ok());
        assert!(rule("  ").is_ok());
        assert!(rule("\0").is_err());
    }
}

#[test]
fn required_refuses_blanks_only() {
    assert_eq!(rules::required(" \u{3000}").unwrap_err().code, "required");
    assert!(rules::required("0").is_ok());
}

#[test]
fn the_shape_of_a_password_is_known_without_its_owner() {
    assert_eq!(
        rules::password_shape("short").unwrap_err().code,
        "too_short"
    );
    assert!(rules::password_shape("jane.doe@nowhere.test").is_ok());
}

#[test]
fn a_typed_password_is_looked_at_only_for_what_it_could_never_be() {
    assert!(rules::typed_password("short").is_ok());
    assert_eq!(rules::typed_password("").unwrap_err().code, "required");
    let long = "x".repeat(5_000);
    assert_eq!(rules::typed_password(&long).unwrap_err().code, "too_long");
}

#[test]
fn a_draft_takes_unfinished_text() {
    assert!(rules::draft_text("jane@").is_ok());
    assert_eq!(rules::draft_text("a\0").unwrap_err().code, "invalid_text");
    let long = "é".repeat(2_001);
    assert_eq!(rules::draft_text(&long).unwrap_err().code, "too_long");
}

#[test]
fn a_staff_role_is_known_by_its_stored_name() {
    assert!(rules::staff_role("sales_rep").is_ok());
    assert_eq!(rules::staff_role("king").unwrap_err().code, "unknown_role");
}

#[test]
fn an_empty_field_is_named() {
    let told =
        |refused: Result<(), validator::ValidationError>| refused.unwrap_err().message.unwrap();
    assert_eq!(told(rules::first_name(" ")), "Enter the first name.");
    assert_eq!(told(rules::city("")), "Enter the city.");
    let long = rules::last_name(&"n".repeat(101)).unwrap_err();
    assert_eq!(long.code, "too_long");
    assert!(rules::address_line1("1 Main Street").is_ok());
}
