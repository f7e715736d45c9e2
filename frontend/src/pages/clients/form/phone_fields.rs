use crate::components::{Field, FormState};
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::Phone;
use leptos::prelude::*;

/// A phone number as typed, its country's code apart.
#[derive(Clone, Copy)]
pub(super) struct PhoneInput {
    code: RwSignal<String>,
    number: RwSignal<String>,
}

impl PhoneInput {
    pub fn empty() -> Self {
        Self {
            code: RwSignal::new(String::new()),
            number: RwSignal::new(String::new()),
        }
    }

    pub fn take(self, phone: Option<&Phone>) {
        let Phone { code, number } = phone.cloned().unwrap_or_default();
        self.code.set(code);
        self.number.set(number);
    }

    /// The number, as digits; the code may stand in front of it. None where nothing is typed.
    pub fn phone(self) -> Option<Phone> {
        let (code, number) = (digits(&self.code.get()), digits(&self.number.get()));
        if code.is_empty() && number.is_empty() {
            return None;
        }
        let whole = (code.is_empty() && number.starts_with('+'))
            .then(|| PhoneNumber::parse(&number).ok())
            .flatten();
        Some(match whole.as_ref().map(PhoneNumber::parts) {
            Some((code, number)) => Phone {
                code: code.to_owned(),
                number: number.to_owned(),
            },
            None => Phone {
                code: code.trim_start_matches('+').to_owned(),
                number,
            },
        })
    }
}

/// Without what people write between digits.
fn digits(text: &str) -> String {
    let between = |c: char| c.is_whitespace() || matches!(c, '(' | ')' | '-' | '.' | '/');
    text.chars().filter(|c| !between(*c)).collect()
}

/// Two fields side by side.
pub(super) fn phone_fields(form: FormState, at: &str, input: PhoneInput) -> AnyView {
    view! {
        <div class="grid grid-cols-[7rem_minmax(0,1fr)] gap-3">
            <Field
                form
                pointer=format!("{at}/code")
                label="Country code"
                value=input.code
                inputmode="numeric"
                placeholder="1"
                optional=true
            />
            <Field
                form
                pointer=format!("{at}/number")
                label="Phone number"
                value=input.number
                kind="tel"
                inputmode="tel"
                placeholder="2025550143"
                optional=true
            />
        </div>
    }
    .into_any()
}
