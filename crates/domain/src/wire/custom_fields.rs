//! Fields of a partner's own: what it wants to know of its clients besides.

use super::wire;
use crate::ids::CustomFieldId;
use crate::rules;
use chrono::{DateTime, Utc};

wire! { choice
    /// What a field holds.
    pub enum CustomFieldKind {
        /// Text on one line, up to 255 characters.
        Text,
        /// A number, such as `12.5`.
        Number,
        /// A day, `YYYY-MM-DD`.
        Date,
        /// One of the field's choices.
        Choice,
        /// `yes` or `no`.
        YesNo,
        /// A web address.
        Link,
    }
}

wire! { answer
    /// A field of a partner's own.
    pub struct CustomField {
        /// Id of the field.
        pub id: CustomFieldId,
        /// What it is called.
        pub name: String,
        /// What it holds.
        pub kind: CustomFieldKind,
        /// What can be chosen; empty for other kinds.
        pub choices: Vec<String>,
        /// Whether every client written down needs a value.
        pub is_mandatory: bool,
        /// Since when it is no longer asked for; null while it is.
        pub archived_at: Option<DateTime<Utc>>,
        /// When it was made.
        pub created_at: DateTime<Utc>,
        /// When it last changed.
        pub updated_at: DateTime<Utc>,
    }
}

/// A new field.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, validator::Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
#[validate(schema(function = rules::choices_of_kind, skip_on_field_errors = true))]
pub struct NewCustomField {
    /// What it is called; unique among the partner's fields, archived ones as well.
    #[validate(custom(function = rules::field_name))]
    pub name: String,
    /// What it holds; stays as it is.
    pub kind: CustomFieldKind,
    /// What can be chosen, for a choice: 1 to 100 different texts.
    #[serde(default)]
    #[validate(custom(function = rules::choices))]
    pub choices: Vec<String>,
    /// Whether every client written down from then on needs a value.
    #[serde(default)]
    pub is_mandatory: bool,
}

wire! { request
    /// Changes a field: what is absent stays.
    pub struct UpdateCustomField {
        /// What it is called.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::field_name))]
        pub name: Option<String>,
        /// What can be chosen; a value that is no longer among them stays with the clients that have it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[validate(custom(function = rules::choices))]
        pub choices: Option<Vec<String>>,
        /// Whether every client written down from then on needs a value.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub is_mandatory: Option<bool>,
        /// Whether it is no longer asked for; its values stay.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub is_archived: Option<bool>,
    }
}

wire! { request
    /// The partner's fields in another order.
    pub struct OrderCustomFields {
        /// Every field, first to last.
        #[validate(length(min = 1, max = 200, code = "too_many", message = "Send every field once."))]
        pub ids: Vec<CustomFieldId>,
    }
}

wire! { answer
    /// Every field of a partner's own.
    pub struct CustomFields {
        /// In their order.
        pub data: Vec<CustomField>,
    }
}

wire! { answer
    /// What a client has in a field.
    pub struct CustomValue {
        /// The field.
        pub field_id: CustomFieldId,
        /// What the field is called.
        pub name: String,
        /// What the field holds.
        pub kind: CustomFieldKind,
        /// The value as text.
        pub value: String,
        /// Whether the field is no longer asked for.
        pub is_archived: bool,
    }
}

/// What a client is to have in a field.
#[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize, validator::Validate)]
#[cfg_attr(feature = "openapi", derive(utoipa::ToSchema))]
#[serde(deny_unknown_fields)]
pub struct SaveCustomValue {
    /// The field.
    pub field_id: CustomFieldId,
    /// The value as text, in the form of the field's kind; empty for none.
    #[validate(custom(function = rules::draft_text))]
    pub value: String,
}

impl CustomFieldKind {
    /// Every kind.
    pub const ALL: [Self; 6] = [
        Self::Text,
        Self::Number,
        Self::Date,
        Self::Choice,
        Self::YesNo,
        Self::Link,
    ];

    /// The kind as stored and sent.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Number => "number",
            Self::Date => "date",
            Self::Choice => "choice",
            Self::YesNo => "yes_no",
            Self::Link => "link",
        }
    }

    /// The kind as a person reads it.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Text => "Text",
            Self::Number => "Number",
            Self::Date => "Date",
            Self::Choice => "Choice",
            Self::YesNo => "Yes or no",
            Self::Link => "Link",
        }
    }

    /// The kind of that stored name.
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == text)
    }
}
