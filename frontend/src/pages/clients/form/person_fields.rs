use super::phone_fields::{PhoneInput, phone_fields};
use crate::components::{Field, FormState};
use crate::words::given;
use gangway_domain::wire::{PrimaryContact, SecondaryContact};
use leptos::prelude::*;

/// A contact as typed.
#[derive(Clone, Copy)]
pub(super) struct PersonInput {
    first_name: RwSignal<String>,
    last_name: RwSignal<String>,
    email: RwSignal<String>,
    phone: PhoneInput,
}

impl PersonInput {
    pub fn empty() -> Self {
        let text = || RwSignal::new(String::new());
        Self {
            first_name: text(),
            last_name: text(),
            email: text(),
            phone: PhoneInput::empty(),
        }
    }

    pub fn take_primary(self, contact: Option<&PrimaryContact>) {
        let contact = contact.cloned().unwrap_or_default();
        self.first_name.set(contact.first_name);
        self.last_name.set(contact.last_name);
        self.email.set(contact.email);
        self.phone.take(contact.phone.as_ref());
    }

    pub fn take_secondary(self, contact: Option<&SecondaryContact>) {
        let contact = contact.cloned().unwrap_or_default();
        self.first_name.set(contact.first_name);
        self.last_name.set(contact.last_name.unwrap_or_default());
        self.email.set(contact.email.unwrap_or_default());
        self.phone.take(contact.phone.as_ref());
    }

    /// The first person to turn to; none where nothing is typed.
    pub fn primary(self) -> Option<PrimaryContact> {
        let contact = PrimaryContact {
            first_name: self.first_name.get(),
            last_name: self.last_name.get(),
            email: self.email.get(),
            phone: self.phone.phone(),
        };
        let named = [&contact.first_name, &contact.last_name, &contact.email];
        let typed = contact.phone.is_some() || named.into_iter().any(|text| given(text).is_some());
        typed.then_some(contact)
    }

    pub fn secondary(self) -> SecondaryContact {
        SecondaryContact {
            first_name: self.first_name.get(),
            last_name: given(&self.last_name.get()),
            email: given(&self.email.get()),
            phone: self.phone.phone(),
        }
    }
}

/// The fields of a contact. Of the second one only the first name is needed.
pub(super) fn person_fields(
    form: FormState,
    at: &'static str,
    input: PersonInput,
    second: bool,
) -> AnyView {
    view! {
        <div class="grid gap-5 sm:grid-cols-2">
            <Field form pointer=format!("{at}/first_name") label="First name" value=input.first_name />
            <Field
                form
                pointer=format!("{at}/last_name")
                label="Last name"
                value=input.last_name
                optional=second
            />
        </div>
        <Field
            form
            pointer=format!("{at}/email")
            label="Contact email"
            value=input.email
            kind="email"
            inputmode="email"
            optional=second
        />
        {phone_fields(form, &format!("{at}/phone"), input.phone)}
    }
    .into_any()
}
