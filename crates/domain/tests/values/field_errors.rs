use gangway_domain::rules::{self, field_errors};
use validator::{Validate, ValidationError};

#[derive(Validate)]
#[validate(schema(function = "one_member_at_least"))]
struct Team {
    #[validate(custom(function = "rules::company_name"))]
    name: String,
    #[validate(custom(function = "rules::optional_it_glue_address"))]
    it_glue: Option<String>,
    #[validate(nested)]
    address: Address,
    #[validate(nested)]
    members: Vec<Member>,
}

#[derive(Validate)]
struct Address {
    #[validate(length(max = 3))]
    city: String,
}

#[derive(Validate)]
struct Member {
    #[validate(custom(function = "rules::email_address"))]
    email: String,
}

fn one_member_at_least(team: &Team) -> Result<(), ValidationError> {
    if team.members.is_empty() {
        return Err(ValidationError::new("no_members"));
    }
    Ok(())
}

fn member(email: &str) -> Member {
    Member {
        email: email.to_owned(),
    }
}

fn pointers_and_codes(value: &impl Validate) -> Vec<(String, String)> {
    field_errors(&value.validate().unwrap_err())
        .into_iter()
        .map(|(pointer, code, message)| {
            assert!(message.ends_with('.'), "{message}");
            (pointer, code)
        })
        .collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    expected
        .iter()
        .map(|(pointer, code)| ((*pointer).to_owned(), (*code).to_owned()))
        .collect()
}

#[test]
fn every_error_has_the_pointer_of_its_field() {
    let mut members: Vec<_> = (0..12).map(|_| member("jane@example.com")).collect();
    members[2] = member("jane");
    members[10] = member("a@b.example, c@d.example");
    let team = Team {
        name: String::new(),
        it_glue: Some("evil.test".to_owned()),
        address: Address {
            city: "Springfield".to_owned(),
        },
        members,
    };
    let expected = pairs(&[
        ("/address/city", "length"),
        ("/it_glue", "invalid_it_glue_address"),
        ("/members/2/email", "invalid_email"),
        ("/members/10/email", "one_address_only"),
        ("/name", "required"),
    ]);
    assert_eq!(pointers_and_codes(&team), expected);
}

#[test]
fn an_error_of_the_whole_points_at_the_whole() {
    let team = Team {
        name: "Acme".to_owned(),
        it_glue: None,
        address: Address {
            city: "Rye".to_owned(),
        },
        members: Vec::new(),
    };
    assert_eq!(pointers_and_codes(&team), pairs(&[("", "no_members")]));
}

#[test]
fn a_bare_list_begins_with_the_index() {
    let members = vec![member("jane@example.com"), member("jane")];
    assert_eq!(
        pointers_and_codes(&members),
        pairs(&[("/1/email", "invalid_email")])
    );
}
