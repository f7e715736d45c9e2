use crate::components::{Button, Field, Form, FormState, errors_of};
use crate::session::Session;
use gangway_domain::wire::{Session as Opened, SignInWithCode};
use leptos::prelude::*;

/// The second step of a sign-in: a code of the authenticator app, or a recovery code.
#[component]
pub fn CodeStep(
    /// From the first step.
    challenge: String,
    /// Takes the session.
    #[prop(into)]
    on_opened: Callback<Opened>,
    /// Back to email and password.
    #[prop(into)]
    on_back: Callback<()>,
) -> AnyView {
    let session = Session::get();
    let challenge = StoredValue::new(challenge);
    let code = RwSignal::new(String::new());
    let body = move || SignInWithCode {
        challenge: challenge.get_value(),
        code: code.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, _| async move { api.sign_in_with_code(&body).await },
            move |opened| on_opened.run(opened),
        );
    };
    let before =
        move || view! { <Button label="Back" on_press=move || on_back.run(()) /> }.into_any();
    view! {
        <Form form on_submit=submit submit="Sign in" busy="Signing in…" before>
            <Field
                form
                pointer="/code"
                label="Code"
                value=code
                hint="The six digits your authenticator app shows. Without it, one of your recovery codes."
                autocomplete="one-time-code"
                focused=true
            />
        </Form>
    }
    .into_any()
}
