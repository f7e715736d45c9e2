use super::composer::Parts;
use super::inbox::Inbox;
use crate::components::{Button, Dialog, Field, Form, FormState, TextArea, errors_of};
use crate::route::Route;
use gangway_domain::problem::FieldError;
use gangway_domain::values::PhoneNumber;
use gangway_domain::wire::{Message, SendMessage};
use leptos::prelude::*;

/// Writes to a customer there is no conversation with yet.
#[component]
pub(super) fn NewMessage(inbox: Inbox, open: RwSignal<bool>) -> AnyView {
    view! {
        <Dialog open title="New message">
            {move || view! { <NewForm inbox open /> }}
        </Dialog>
    }
    .into_any()
}

#[component]
fn NewForm(inbox: Inbox, open: RwSignal<bool>) -> AnyView {
    let (to, text) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let body = move || SendMessage {
        to: Some(e164(&to.get_untracked())),
        conversation_id: None,
        body: text.get_untracked(),
    };
    let form = FormState::new().checked_by(move || {
        let mut errors = errors_of(&body());
        if to.with_untracked(|to| to.trim().is_empty()) {
            errors.retain(|error| error.pointer != "/to");
            errors.insert(0, missing());
        }
        errors
    });
    let (api, client) = (inbox.session.api(), inbox.client);
    let submit = move || {
        let api = api.clone();
        form.submit(
            body(),
            move |body, key| async move { api.send_message(client, &body, &key).await },
            move |sent: Message| {
                open.set(false);
                Route::Conversation(sent.conversation_id).go();
            },
        );
    };
    view! {
        <Form
            form
            on_submit=submit
            submit="Send text"
            busy="Sending…"
            before=move || view! { <Button label="Cancel" on_press=move || open.set(false) /> }.into_any()
        >
            <p class="text-sm text-muted">
                "Only customers who agreed to texts from you can be written to: by your website, or by texting you first."
            </p>
            <Field
                form
                pointer="/to"
                label="Phone number"
                hint="With country code, such as +1 202 555 0143."
                kind="tel"
                value=to
                autocomplete="off"
                focused=true
            />
            <TextArea form pointer="/body" label="Text" value=text />
            <Parts text />
        </Form>
    }
    .into_any()
}

/// What was typed as the API takes it, as far as it is a number.
fn e164(typed: &str) -> String {
    PhoneNumber::parse(typed).map_or_else(|_| typed.trim().to_owned(), |number| number.to_string())
}

fn missing() -> FieldError {
    FieldError {
        pointer: "/to".to_owned(),
        code: "required".to_owned(),
        message: "Enter the customer's phone number.".to_owned(),
    }
}
