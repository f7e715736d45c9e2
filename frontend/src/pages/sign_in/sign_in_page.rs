use super::code_step::CodeStep;
use crate::components::{Field, Form, FormState, PasswordField, PublicPage, errors_of};
use crate::load::{Load, reading};
use crate::route::Route;
use crate::session::{Session, SignedIn};
use gangway_api_client::Opened;
use gangway_domain::wire::{Session as OpenedSession, SignIn};
use leptos::prelude::*;
use std::cell::Cell;

thread_local! {
    static COME_BACK: Cell<Option<Route>> = const { Cell::new(None) };
}

/// Where to go after the next sign-in.
pub fn come_back_to(route: Route) {
    COME_BACK.with(|kept| kept.set(Some(route)));
}

fn go_on() {
    COME_BACK
        .with(Cell::take)
        .unwrap_or(Route::Home)
        .go_instead();
}

/// Email and password.
#[component]
pub fn SignInPage() -> AnyView {
    let session = Session::get();
    let settings = Load::start(reading(
        |api| async move { api.read_public_settings().await },
    ));
    Effect::new(move |_| {
        if matches!(session.state.get(), SignedIn::Yes(_)) {
            go_on();
        }
    });
    let email = RwSignal::new(String::new());
    let password = RwSignal::new(String::new());
    let body = move || SignIn {
        email: email.get_untracked(),
        password: password.get_untracked(),
    };
    let challenge = RwSignal::new(None::<String>);
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, _| async move { api.sign_in(&body).await },
            move |opened| match opened {
                Opened::Session(opened) => session.opened(*opened),
                Opened::CodeNeeded(needed) => challenge.set(Some(needed.challenge)),
            },
        );
    };
    let sign_up = move || {
        let open = settings
            .value()
            .is_some_and(|settings| settings.sign_up_open);
        open.then(|| {
            view! {
                <p>
                    "New here? " <a class="link link-primary" href=Route::SignUp.path()>
                        "Sign your company up"
                    </a>
                </p>
            }
        })
    };
    let sandbox = move || {
        settings
            .value()
            .and_then(|settings| settings.sandbox_url)
            .map(|url| {
                view! {
                    <p class="mt-2">
                        "Phone numbers and mail are simulated here. "
                        <a class="link" href=url target="_blank" rel="noreferrer">
                            "Open the mailbox"
                        </a>
                    </p>
                }
            })
    };
    let first_set_up = move || {
        let open = settings
            .value()
            .is_some_and(|settings| settings.first_set_up_open);
        open.then(|| {
            view! {
                <p>
                    "Nobody is here yet. "
                    <a class="link link-primary" href=Route::FirstSetUp.path()>
                        "Set Gangway up"
                    </a>
                </p>
            }
        })
    };
    let fields = move || {
        view! {
            <Form form on_submit=submit submit="Sign in" busy="Signing in…" wide=true>
                <Field form pointer="/email" label="Email" value=email kind="email" autocomplete="username" focused=true />
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
    let back = move || {
        password.set(String::new());
        challenge.set(None);
    };
    let step = move || {
        match challenge.get() {
        None => fields(),
        Some(challenge) => view! {
            <CodeStep challenge on_opened=move |opened: OpenedSession| session.opened(opened) on_back=back />
        }
        .into_any(),
    }
    };
    view! {
        <PublicPage title="Sign in" below=move || view! { {sign_up} {first_set_up} {sandbox} }.into_any()>
            {step}
        </PublicPage>
    }
    .into_any()
}
