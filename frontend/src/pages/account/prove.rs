use crate::components::{Button, Dialog, Field, Form, FormState, PasswordField, errors_of};
use crate::load::{Load, reading};
use crate::session::Session;
use gangway_domain::wire::{Reauthenticate, SecondFactor};
use leptos::prelude::*;

/// Asks for the password, and a code where the second factor is on, when something needs that who one
/// is was proved a short while ago. What was asked for is then done without another word.
#[component]
pub fn ProveDialog() -> AnyView {
    let session = Session::get();
    let open = session.asks_for_proof();
    let busy = RwSignal::new(false);
    Effect::new(move |before: Option<bool>| {
        let is_open = open.get();
        if before == Some(true) && !is_open {
            session.proof_ended(false);
        }
        is_open
    });
    view! {
        <Dialog open title="Confirm that it is you" held=busy>
            {move || body(session, busy)}
        </Dialog>
    }
    .into_any()
}

fn body(session: Session, held: RwSignal<bool>) -> AnyView {
    let open = session.asks_for_proof();
    let factor = Load::start(reading(|api| async move { api.read_second_factor().await }));
    let (password, code) = (RwSignal::new(String::new()), RwSignal::new(String::new()));
    let with_code = move || {
        factor
            .value()
            .is_some_and(|factor: SecondFactor| factor.is_on)
    };
    let body = move || Reauthenticate {
        password: password.get_untracked(),
        code: untrack(with_code).then(|| code.get_untracked()),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| held.set(form.busy.get()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, _| async move { api.reauthenticate(&body).await },
            move |()| {
                session.proof_ended(true);
                open.set(false);
            },
        );
    };
    let cancel =
        move || view! { <Button label="Cancel" on_press=move || open.set(false) /> }.into_any();
    view! {
        <Form form on_submit=submit submit="Continue" busy="Checking…" before=cancel>
            <p class="text-sm text-muted">
                "This changes who can get into your account. It has been a while since you signed in."
            </p>
            <PasswordField form pointer="/password" label="Password" value=password focused=true />
            {move || {
                with_code()
                    .then(|| {
                        view! {
                            <Field
                                form
                                pointer="/code"
                                label="Code"
                                value=code
                                hint="The six digits your authenticator app shows, or a recovery code."
                                autocomplete="one-time-code"
                            />
                        }
                    })
            }}
        </Form>
    }
    .into_any()
}
