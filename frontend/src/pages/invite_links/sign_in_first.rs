use super::as_me::bind;
use super::invite::Invited;
use crate::components::{
    Button, FailureAlert, Field, Form, FormState, Look, Notice, PasswordField, Tone, errors_of,
};
use crate::pages::sign_in::CodeStep;
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::Opened;
use gangway_domain::wire::{Session as OpenedSession, SignIn};
use leptos::prelude::*;

/// The invited address has an account: its password, then the invitation is accepted.
#[component]
pub(super) fn SignInFirst(invited: Invited) -> AnyView {
    let session = Session::get();
    let email = RwSignal::new(invited.email());
    let password = RwSignal::new(String::new());
    let body = move || SignIn {
        email: email.get_untracked(),
        password: password.get_untracked(),
    };
    let challenge = RwSignal::new(None::<String>);
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = Callback::new(move |()| {
        let (invited, api) = (invited.clone(), session.api());
        let (token, leaving) = (invited.token.clone(), invited.leaving);
        form.submit(
            body(),
            move |body, _| async move {
                let opened = match api.sign_in(&body).await? {
                    Opened::Session(opened) => *opened,
                    Opened::CodeNeeded(needed) => return Ok(Some(needed.challenge)),
                };
                leaving.set(true);
                session.opened(opened);
                let bound = bind(session, token).await;
                if bound.is_err() {
                    leaving.set(false);
                }
                bound.map(|()| None)
            },
            move |wanted: Option<String>| match wanted {
                Some(wanted) => challenge.set(Some(wanted)),
                None => invited.go_on(),
            },
        );
    });
    let fields = move || {
        view! {
            <p class="text-sm">
                "This address has an account already. Sign in with it, and the invitation is accepted."
            </p>
            <Form form on_submit=submit submit="Sign in and continue" busy="Signing in…">
                <Field form pointer="/email" label="Email" value=email kind="email" autocomplete="username" read_only=true />
                <PasswordField form pointer="/password" label="Password" value=password />
                <p class="text-sm">
                    <a class="link link-primary" href=Route::ForgotPassword.path()>
                        "Forgot your password?"
                    </a>
                </p>
            </Form>
        }
        .into_any()
    };
    let step = move || match challenge.get() {
        None => fields(),
        // Signed in, the page asks whether to accept as oneself.
        Some(wanted) => view! {
            <CodeStep
                challenge=wanted
                on_opened=move |opened: OpenedSession| session.opened(opened)
                on_back=move || challenge.set(None)
            />
        }
        .into_any(),
    };
    view! { <div class="space-y-5">{step}</div> }.into_any()
}

/// Someone else is signed in: nothing is accepted for them.
#[component]
pub(super) fn OtherPerson(invited: Invited, email: String) -> AnyView {
    let session = Session::get();
    let form = FormState::new();
    let meant = invited.email();
    let sign_out = move || {
        form.submit(
            (),
            move |(), _| async move { session.sign_out().await },
            |()| {},
        );
    };
    view! {
        <div class="space-y-4">
            <Notice tone=Tone::Wary title="This invitation is for someone else">
                <p>
                    "You are signed in as " <strong>{email}</strong> ". This invitation is for "
                    <strong>{meant}</strong> "."
                </p>
            </Notice>
            <FailureAlert failure=form.failure />
            <div class="flex flex-wrap justify-end gap-3">
                <a class="btn btn-plain" href=Route::Home.path()>
                    "Stay signed in"
                </a>
                <Button
                    label="Sign out and continue"
                    busy_label="Signing out…"
                    busy=form.busy
                    look=Look::Primary
                    on_press=sign_out
                />
            </div>
        </div>
    }
    .into_any()
}
