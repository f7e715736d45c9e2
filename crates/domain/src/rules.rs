//! Rules for `#[validate(custom(function = "..."))]`, one for each value, so that server and
//! browser refuse the same input with the same code and message.

mod consent;

pub use consent::*;

use std::borrow::Cow;

use validator::{ValidationError, ValidationErrors, ValidationErrorsKind};

use crate::roles::{Permission, StaffRole};
use crate::values::{
    CompanyName, Country, EmailAddress, ItGlueAddress, Line, OneTimeCode, Paragraph, Password,
    PersonName, PhoneNumber, Rejection, TimeZone, WebsiteAddress, WidgetOrigin,
};

/// Most characters in one field of a draft.
const MAX_DRAFT: usize = 2000;
/// Key under which `validator` keeps errors of a whole struct.
const WHOLE: &str = "__all__";
/// Key under which `validator` keeps the errors of a bare list.
const LIST: &str = "_tmp_validator";

impl From<Rejection> for ValidationError {
    fn from(rejection: Rejection) -> Self {
        Self::new(rejection.code).with_message(rejection.message)
    }
}

/// Two rules for a value: one that needs it, and one where empty or blank is fine.
macro_rules! rules {
    ($($value:ident: $rule:ident, $optional:ident;)*) => {
        $(
            #[doc = concat!("The text is a [`", stringify!($value), "`].")]
            pub fn $rule(value: &str) -> Result<(), ValidationError> {
                $value::parse(value)?;
                Ok(())
            }

            #[doc = concat!("The text is empty, blank or a [`", stringify!($value), "`].")]
            pub fn $optional(value: &str) -> Result<(), ValidationError> {
                if value.trim().is_empty() {
                    return Ok(());
                }
                $rule(value)
            }
        )*
    };
}

rules! {
    EmailAddress: email_address, optional_email_address;
    WebsiteAddress: website_address, optional_website_address;
    WidgetOrigin: widget_origin, optional_widget_origin;
    ItGlueAddress: it_glue_address, optional_it_glue_address;
    TimeZone: time_zone, optional_time_zone;
    Country: country, optional_country;
    PersonName: person_name, optional_person_name;
    CompanyName: company_name, optional_company_name;
    Line: line, optional_line;
    Paragraph: paragraph, optional_paragraph;
    PhoneNumber: phone_number, optional_phone_number;
}

/// A rule that names the field when nothing is there.
macro_rules! named {
    ($($field:ident: $rule:ident, $words:literal;)*) => {
        $(
            #[doc = concat!("As [`", stringify!($rule), "`]; without anything: \"", $words, "\"")]
            pub fn $field(value: &str) -> Result<(), ValidationError> {
                $rule(value).map_err(|error| match error.code.as_ref() {
                    "required" => Rejection::required($words).into(),
                    _ => error,
                })
            }
        )*
    };
}

named! {
    first_name: person_name, "Enter the first name.";
    last_name: person_name, "Enter the last name.";
    address_line1: line, "Enter the street and number.";
    city: line, "Enter the city.";
    key_name: line, "Enter a name, such as the program the key is for.";
}

/// At least one scope, each of them one that an API key may hold.
pub fn key_scopes(scopes: &[String]) -> Result<(), ValidationError> {
    if scopes.is_empty() {
        return Err(Rejection::new("required", "Choose what the key may do.").into());
    }
    if scopes
        .iter()
        .all(|scope| Permission::of_key_scope(scope).is_some())
    {
        return Ok(());
    }
    Err(Rejection::new("unknown_scope", "Choose scopes from the list only.").into())
}

/// The text is there, and not of blanks only.
pub fn required(value: &str) -> Result<(), ValidationError> {
    if value.trim().is_empty() {
        return Err(Rejection::required("Fill in this field.").into());
    }
    Ok(())
}

/// The text follows the policy for passwords as far as it can be known without the person's own
/// names; the server checks those with [`Password::check`].
pub fn password_shape(value: &str) -> Result<(), ValidationError> {
    Password::check(value, &[])?;
    Ok(())
}

/// A password as typed to sign in: only what could never be one is refused.
pub fn typed_password(value: &str) -> Result<(), ValidationError> {
    if value.is_empty() {
        return Err(Rejection::required("Enter your password.").into());
    }
    Password::typed(value)?;
    Ok(())
}

/// The text is a [`OneTimeCode`]: of an app, or for recovery.
pub fn one_time_code(value: &str) -> Result<(), ValidationError> {
    OneTimeCode::parse(value)?;
    Ok(())
}

/// The text is a [`OneTimeCode`] of an app.
pub fn app_code(value: &str) -> Result<(), ValidationError> {
    OneTimeCode::of_app(value)?;
    Ok(())
}

/// The text is the name of a [`StaffRole`].
pub fn staff_role(value: &str) -> Result<(), ValidationError> {
    match StaffRole::parse(value) {
        Some(_) => Ok(()),
        None => Err(Rejection::new("unknown_role", "Choose a role from the list.").into()),
    }
}

/// Text as typed so far: any, up to 2,000 characters, without NUL.
pub fn draft_text(value: &str) -> Result<(), ValidationError> {
    if value.chars().nth(MAX_DRAFT).is_some() {
        return Err(Rejection::new("too_long", "Use at most 2,000 characters.").into());
    }
    if value.contains('\0') {
        return Err(Rejection::new(
            "invalid_text",
            "Remove the characters that cannot be shown.",
        )
        .into());
    }
    Ok(())
}

/// Every error as (JSON pointer, code, message), by field name and place in a list.
///
/// The pointer (RFC 6901) is that of the field in the request body: `/members/3/email`. Errors of
/// a whole struct point at it; the pointer of the body itself is empty.
pub fn field_errors(errors: &ValidationErrors) -> Vec<(String, String, String)> {
    let mut found = Vec::new();
    collect(errors, "", &mut found);
    found
}

fn collect(errors: &ValidationErrors, at: &str, found: &mut Vec<(String, String, String)>) {
    let mut fields: Vec<_> = errors.errors().iter().collect();
    fields.sort_unstable_by_key(|(field, _)| *field);
    for (field, kind) in fields {
        let pointer = match field.as_ref() {
            WHOLE | LIST => at.to_owned(),
            name => format!("{at}/{}", escaped(name)),
        };
        match kind {
            ValidationErrorsKind::Struct(nested) => collect(nested, &pointer, found),
            ValidationErrorsKind::List(items) => {
                for (index, nested) in items {
                    collect(nested, &format!("{pointer}/{index}"), found);
                }
            }
            ValidationErrorsKind::Field(refused) => {
                found.extend(refused.iter().map(|error| {
                    let code = error.code.clone().into_owned();
                    (pointer.clone(), code, message(error).into_owned())
                }));
            }
        }
    }
}

/// The field's name as it stands in a JSON pointer; `r#type` is `type` on the wire.
fn escaped(name: &str) -> String {
    let name = name.strip_prefix("r#").unwrap_or(name);
    name.replace('~', "~0").replace('/', "~1")
}

fn message(error: &ValidationError) -> Cow<'_, str> {
    if let Some(message) = &error.message {
        return Cow::Borrowed(message);
    }
    let limit = |name: &str| error.params.get(name).and_then(serde_json::Value::as_u64);
    match (error.code.as_ref(), limit("min"), limit("max")) {
        ("length", Some(min), Some(max)) => format!("Use {min} to {max}.").into(),
        ("length", None, Some(max)) => format!("Use {max} or fewer.").into(),
        ("length", Some(min), None) => format!("Use {min} or more.").into(),
        ("range", Some(min), Some(max)) => format!("Enter a number from {min} to {max}.").into(),
        ("required", _, _) => "Fill in this field.".into(),
        _ => "Check this field.".into(),
    }
}
