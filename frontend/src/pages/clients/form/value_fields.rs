use crate::components::{Field, FormState, Select};
use gangway_domain::problem::FieldError;
use gangway_domain::rules;
use gangway_domain::wire::{ClientRecord, CustomField, CustomFieldKind, SaveCustomValue};
use leptos::prelude::*;

/// Values of the partner's own fields as typed, in the order of the fields.
#[derive(Clone, Copy)]
pub(super) struct ValueInputs(StoredValue<Vec<(CustomField, RwSignal<String>)>>);

impl ValueInputs {
    /// Empty ones, for the fields that are asked for.
    pub fn new(fields: &[CustomField]) -> Self {
        let input = |field: &CustomField| (field.clone(), RwSignal::new(String::new()));
        Self(StoredValue::new(fields.iter().map(input).collect()))
    }

    pub fn is_empty(self) -> bool {
        self.0.with_value(Vec::is_empty)
    }

    /// Replaces what was typed.
    pub fn take(self, record: &ClientRecord) {
        for (field, input) in self.0.get_value() {
            input.set(value_of(record, &field));
        }
    }

    /// What the record has in these fields.
    pub fn known(self, record: &ClientRecord) -> Vec<SaveCustomValue> {
        self.sent(|field, _| value_of(record, field))
    }

    /// What was typed. Follows it.
    pub fn typed(self) -> Vec<SaveCustomValue> {
        self.sent(|_, input| input.get())
    }

    fn sent(
        self,
        value: impl Fn(&CustomField, RwSignal<String>) -> String,
    ) -> Vec<SaveCustomValue> {
        let inputs = self.0.get_value();
        let one = |(field, input): (CustomField, RwSignal<String>)| SaveCustomValue {
            field_id: field.id,
            value: value(&field, input),
        };
        inputs.into_iter().map(one).collect()
    }

    /// What is wrong with values, by the rules that the server has.
    pub fn faults(self, values: &[SaveCustomValue]) -> Vec<FieldError> {
        let inputs = self.0.get_value();
        let fields = inputs.iter().map(|(field, _)| field).zip(values);
        let faults = fields.enumerate().filter_map(|(index, (field, value))| {
            let fitting = rules::custom_value(field.kind, &field.choices, &value.value);
            let (code, message) = match fitting {
                Ok(value) if value.is_empty() && field.is_mandatory => {
                    ("required", format!("Fill in {}.", field.name))
                }
                Ok(_) => return None,
                Err(wrong) => (wrong.code, wrong.message.into_owned()),
            };
            Some(FieldError {
                pointer: pointer(index),
                code: code.to_owned(),
                message,
            })
        });
        faults.collect()
    }

    /// A field for each, by its kind.
    pub fn fields(self, form: FormState) -> AnyView {
        let inputs = self.0.get_value().into_iter().enumerate();
        let fields =
            inputs.map(|(index, (field, input))| shown(form, pointer(index), field, input));
        fields.collect_view().into_any()
    }
}

fn value_of(record: &ClientRecord, field: &CustomField) -> String {
    let mut values = record.custom_values.iter();
    let found = values.find(|value| value.field_id == field.id);
    found.map(|value| value.value.clone()).unwrap_or_default()
}

fn pointer(index: usize) -> String {
    format!("/custom_values/{index}/value")
}

fn shown(form: FormState, pointer: String, field: CustomField, value: RwSignal<String>) -> AnyView {
    let CustomField {
        name: label,
        kind,
        choices,
        is_mandatory,
        ..
    } = field;
    let optional = !is_mandatory;
    let select = |options: Vec<(String, String)>| {
        let options = Signal::stored(options);
        let (pointer, label) = (pointer.clone(), label.clone());
        view! { <Select form pointer label value options optional prompt="Not chosen" /> }
            .into_any()
    };
    let typed = |kind: &'static str, inputmode: &'static str| {
        let (pointer, label) = (pointer.clone(), label.clone());
        view! { <Field form pointer label value kind inputmode optional /> }.into_any()
    };
    match kind {
        CustomFieldKind::Choice => {
            let pair = |choice: String| (choice.clone(), choice);
            select(choices.into_iter().map(pair).collect())
        }
        CustomFieldKind::YesNo => select(vec![
            ("yes".to_owned(), "Yes".to_owned()),
            ("no".to_owned(), "No".to_owned()),
        ]),
        CustomFieldKind::Number => typed("text", "decimal"),
        CustomFieldKind::Date => typed("date", "none"),
        CustomFieldKind::Link => typed("url", "url"),
        CustomFieldKind::Text => typed("text", "text"),
    }
}
