//! Values of a partner's own fields.

use gangway_domain::rules;
use gangway_domain::values::Rejection;
use gangway_domain::wire::CustomFieldKind;
use gangway_entities::custom_field::Model;

/// The value in the one form of the field's kind; empty for none.
pub(super) fn fitting(field: &Model, value: &str) -> Result<String, Rejection> {
    let kind = CustomFieldKind::parse(&field.kind).unwrap_or(CustomFieldKind::Text);
    let choices: Vec<String> = serde_json::from_value(field.choices.clone()).unwrap_or_default();
    rules::custom_value(kind, &choices, value)
}
