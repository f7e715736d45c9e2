use crate::components::{
    Button, CopyField, Field, Form, FormState, Glyph, Notice, Tone, errors_of,
};
use crate::session::Session;
use crate::times;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{HandOver, Handover};
use leptos::prelude::*;

/// Hands the code to whoever looks after the website: by mail, or as a link to copy.
#[component]
pub fn HandingOver(client: ClientId) -> AnyView {
    let made = RwSignal::new(None::<Handover>);
    view! {
        <details class="rounded border border-hairline">
            <summary class="cursor-pointer px-4 py-3 text-sm font-semibold">
                "Someone else looks after your website?"
            </summary>
            <div class="space-y-4 px-4 pb-4">
                <p class="text-sm text-muted">
                    "Send them a link that shows the code and these steps, and nothing else."
                </p>
                <Sending client made />
                {move || made.get().map(link)}
            </div>
        </details>
    }
    .into_any()
}

#[component]
fn Sending(client: ClientId, made: RwSignal<Option<Handover>>) -> AnyView {
    let api = Session::get().api();
    let email = RwSignal::new(String::new());
    let body = move || HandOver {
        email: Some(email.get_untracked()),
    };
    // Without an address a link is only shown, by the other button.
    let needed = move || {
        let mut errors = errors_of(&body());
        if email.with_untracked(|email| email.trim().is_empty()) {
            errors.push(gangway_domain::problem::FieldError {
                pointer: "/email".to_owned(),
                code: "required".to_owned(),
                message: "Enter your colleague's email address, or copy the link instead."
                    .to_owned(),
            });
        }
        errors
    };
    let form = FormState::new().checked_by(needed);
    let copying = FormState::new();
    let send = StoredValue::new(api);
    let submit = move |form: FormState, body: HandOver| {
        let api = send.get_value();
        form.submit(
            body,
            move |body, key| async move { api.hand_over_step(client, &body, &key).await },
            move |handover| {
                made.set(Some(handover));
                email.set(String::new());
                form.reset();
            },
        );
    };
    let copy = move || {
        view! {
            <Button
                label="Make a link to copy"
                busy_label="Making a link…"
                busy=copying.busy
                icon=Glyph::Link
                on_press=move || submit(copying, HandOver::default())
            />
        }
        .into_any()
    };
    view! {
        <Form
            form
            on_submit=move || submit(form, body())
            submit="Send link"
            busy="Sending link…"
            before=copy
        >
            <Field form pointer="/email" label="Their email" value=email kind="email" />
            <crate::components::FailureAlert failure=copying.failure />
        </Form>
    }
    .into_any()
}

fn link(made: Handover) -> AnyView {
    let until = times::day(made.expires_at);
    let words = match made.email {
        Some(email) => format!("Link sent to {email}. It works until {until}."),
        None => format!("Anyone with this link sees the code. It works until {until}."),
    };
    view! {
        <Notice tone=Tone::Good assertive=true>
            <p>{words}</p>
        </Notice>
        <CopyField label="Link" text=Signal::stored(made.url) />
    }
    .into_any()
}
