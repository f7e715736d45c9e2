use gangway_domain::values::{
    AllowedOrigins, Country, EmailAddress, ItGlueAddress, PhoneNumber, TimeZone,
};

#[test]
fn values_are_strings_in_json() {
    let email: EmailAddress = serde_json::from_str("\"Jane@Example.com\"").unwrap();
    assert_eq!(
        serde_json::to_string(&email).unwrap(),
        "\"jane@example.com\""
    );
    let zone: TimeZone = serde_json::from_str("\"Europe/London\"").unwrap();
    assert_eq!(serde_json::to_string(&zone).unwrap(), "\"Europe/London\"");
    let country: Country = "GB".parse().unwrap();
    assert_eq!(serde_json::to_string(&country).unwrap(), "\"GB\"");
    let list: AllowedOrigins = serde_json::from_str("[\"https://A.test.example/\"]").unwrap();
    assert_eq!(
        serde_json::to_string(&list).unwrap(),
        "[\"https://a.test.example\"]"
    );
}

#[test]
fn a_bad_value_in_json_says_what_to_do() {
    let error = serde_json::from_str::<PhoneNumber>("\"911\"").unwrap_err();
    assert!(error.to_string().contains("+1 202 555 0143"));
    assert!(serde_json::from_str::<ItGlueAddress>("\"evil.test\"").is_err());
    assert!(serde_json::from_str::<Country>("7").is_err());
}

#[test]
#[cfg(feature = "openapi")]
fn schemas_are_strings_with_the_name_of_the_value() {
    use utoipa::{PartialSchema, ToSchema};
    assert_eq!(EmailAddress::name(), "EmailAddress");
    let schema = serde_json::to_value(EmailAddress::schema()).unwrap();
    assert_eq!(schema["type"], "string");
}
