use crate::components::{Field, Form, FormState, Notice, Tone, errors_of};
use crate::session::Session;
use gangway_domain::wire::{Accepted, ChangeEmail};
use leptos::prelude::*;

/// Another address to sign in with.
#[component]
pub(super) fn EmailSection() -> AnyView {
    let session = Session::get();
    let email = RwSignal::new(String::new());
    let sent = RwSignal::new(None::<String>);
    let body = move || ChangeEmail {
        email: email.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, _| async move { api.change_email(&body).await },
            move |accepted: Accepted| {
                email.set(String::new());
                form.reset();
                sent.set(Some(accepted.message));
            },
        );
    };
    let told = move || {
        sent.get().map(|message| {
            view! {
                <div class="mt-4">
                    <Notice tone=Tone::Good title="Look into the new mailbox" assertive=true>
                        <p class="break-words">{message}</p>
                    </Notice>
                </div>
            }
        })
    };
    view! {
        <section class="rounded border border-hairline bg-base-100 px-6 py-5" aria-labelledby="email-title">
            <h2 id="email-title">"Email"</h2>
            <p class="mt-1 text-sm text-muted">
                "You sign in with " <span class="break-words font-semibold">{move || session.me().map(|me| me.email)}</span> "."
            </p>
            {told}
            <div class="mt-4 max-w-md">
                <Form form on_submit=submit submit="Change email" busy="Sending the link…" plain=true>
                    <Field
                        form
                        pointer="/email"
                        label="New email"
                        hint="We send a link there. Your address changes when you open it."
                        value=email
                        kind="email"
                        autocomplete="email"
                    />
                </Form>
            </div>
        </section>
    }
    .into_any()
}
