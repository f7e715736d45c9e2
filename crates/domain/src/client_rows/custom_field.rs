use super::column::CUSTOM_PREFIX;

/// A field that the partner has added to its clients.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CustomField {
    pub name: String,
    pub kind: FieldKind,
    /// May not be empty.
    pub required: bool,
}

/// What a custom field holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FieldKind {
    Text,
    Number,
    /// A day as `2027-01-31`.
    Date,
    /// One of these.
    Choice(Vec<String>),
    YesNo,
    /// The full address of a page.
    Link,
}

impl CustomField {
    /// The name of its column: `Custom:Contract number`.
    pub fn column(&self) -> String {
        format!("{CUSTOM_PREFIX}{}", self.name)
    }
}
