use crate::components::{Field, Form, FormState, Notice, PublicPage, Tone, errors_of};
use crate::route::Route;
use crate::session::Session;
use gangway_domain::wire::{Accepted, RequestPasswordReset};
use leptos::prelude::*;

/// Asks for a link to set a new password.
#[component]
pub fn ForgotPassword() -> AnyView {
    let session = Session::get();
    let email = RwSignal::new(String::new());
    let sent = RwSignal::new(None::<String>);
    let body = move || RequestPasswordReset {
        email: email.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, key| async move { api.request_password_reset(&body, &key).await },
            move |accepted: Accepted| sent.set(Some(accepted.message)),
        );
    };
    let below = || {
        view! {
            <a class="link link-primary" href=Route::SignIn.path()>
                "Back to sign in"
            </a>
        }
        .into_any()
    };
    let content = move || match sent.get() {
        Some(message) => view! {
            <Notice tone=Tone::Good title="Look into your mailbox" assertive=true>
                <p>{message}</p>
            </Notice>
        }
        .into_any(),
        None => view! {
            <Form form on_submit=submit submit="Send the link" busy="Sending the link…" wide=true>
                <Field
                    form
                    pointer="/email"
                    label="Email"
                    hint="The address you sign in with."
                    value=email
                    kind="email"
                    autocomplete="username"
                />
            </Form>
        }
        .into_any(),
    };
    view! {
        <PublicPage
            title="Set a new password"
            detail="We send you a link. It works for a short time and once."
            below
        >
            {content}
        </PublicPage>
    }
    .into_any()
}
