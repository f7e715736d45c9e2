use super::values::{mail_link, missing, phone_link};
use crate::components::Avatar;
use gangway_domain::wire::{ClientRecord, Phone};
use leptos::prelude::*;

/// Whom to turn to.
pub(super) fn contacts_card(record: &ClientRecord) -> AnyView {
    let primary = record.primary_contact.as_ref().map(|contact| {
        let name = format!("{} {}", contact.first_name, contact.last_name);
        let email = Some(contact.email.clone());
        person("Primary contact", name, email, contact.phone.as_ref())
    });
    let secondary = record.secondary_contact.as_ref().map(|contact| {
        let last = contact.last_name.as_deref().unwrap_or_default();
        let name = format!("{} {last}", contact.first_name);
        person(
            "Secondary contact",
            name,
            contact.email.clone(),
            contact.phone.as_ref(),
        )
    });
    let nobody = primary.is_none() && secondary.is_none();
    view! {
        <section class="card-box" aria-labelledby="contacts-heading">
            <h2 id="contacts-heading" class="mb-4">
                "Contacts"
            </h2>
            <div class="grid gap-6 sm:grid-cols-2">{primary} {secondary}</div>
            {nobody.then(|| view! { <p class="text-sm">{missing()}</p> })}
        </section>
    }
    .into_any()
}

fn person(
    part: &'static str,
    name: String,
    email: Option<String>,
    phone: Option<&Phone>,
) -> AnyView {
    let name = name.trim().to_owned();
    view! {
        <div class="flex min-w-0 gap-3">
            <Avatar name=name.clone() />
            <div class="min-w-0 space-y-1 text-sm">
                <p class="text-xs text-muted">{part}</p>
                <p class="font-semibold break-words">{name}</p>
                {email.map(|email| view! { <p>{mail_link(email)}</p> })}
                {phone.map(|phone| view! { <p>{phone_link(phone)}</p> })}
            </div>
        </div>
    }
    .into_any()
}
