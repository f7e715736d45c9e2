use crate::components::{Form, FormState, LoadStates, PasswordField, PublicPage, errors_of};
use crate::load::{Load, reading};
use crate::pages::sign_in::CodeStep;
use crate::route::{self, Route};
use crate::session::Session;
use gangway_api_client::Opened;
use gangway_domain::wire::{ConfirmSignUp, Session as OpenedSession, SignUpLink, Token};
use leptos::prelude::*;

/// Opens a sign-up's link: shows what it is for, and takes the password.
#[component]
pub fn ConfirmSignUpPage() -> AnyView {
    let token = StoredValue::new(route::token_in_address());
    let link = Load::start(reading(move |api| async move {
        api.look_up_sign_up(&Token {
            token: token.get_value(),
        })
        .await
    }));
    let below = || {
        view! {
            "The link does not work? "
            <a class="link link-primary" href=Route::SignUp.path()>
                "Sign up again"
            </a>
        }
        .into_any()
    };
    view! {
        <PublicPage title="Confirm your sign-up" below>
            <LoadStates load=link ready=move |link| fields(token, link) />
        </PublicPage>
    }
    .into_any()
}

fn fields(token: StoredValue<String>, link: SignUpLink) -> AnyView {
    let session = Session::get();
    let password = RwSignal::new(String::new());
    let body = move || ConfirmSignUp {
        token: token.get_value(),
        password: password.get_untracked(),
    };
    let challenge = RwSignal::new(None::<String>);
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, key| async move { api.confirm_sign_up(&body, &key).await },
            move |opened| match opened {
                Opened::Session(opened) => enter(session, *opened),
                Opened::CodeNeeded(needed) => challenge.set(Some(needed.challenge)),
            },
        );
    };
    let SignUpLink {
        company_name,
        first_name,
        last_name,
        email,
        has_account,
    } = link;
    let (label, hint, autocomplete) = if has_account {
        (
            "Password",
            "This address has an account. Enter its password.",
            "current-password",
        )
    } else {
        (
            "New password",
            "At least 15 characters. A few words in a row are easy to remember.",
            "new-password",
        )
    };
    let email = StoredValue::new(email);
    let step = move || {
        match challenge.get() {
        None => view! {
            <Form form on_submit=submit submit="Create account" busy="Creating account…" wide=true>
                <input type="email" class="hidden" autocomplete="username" prop:value=email.get_value() readonly />
                <PasswordField form pointer="/password" label hint value=password autocomplete />
            </Form>
        }
        .into_any(),
        // The account is made; there is no way back to the password but by signing in.
        Some(challenge) => view! {
            <CodeStep
                challenge
                on_opened=move |opened: OpenedSession| enter(session, opened)
                on_back=|| Route::SignIn.go_instead()
            />
        }
        .into_any(),
    }
    };
    view! {
        <p class="mb-5 text-sm">
            <span class="font-semibold">{company_name}</span>
            <br />
            {format!("{first_name} {last_name}, {}", email.get_value())}
        </p>
        {step}
    }
    .into_any()
}

fn enter(session: Session, opened: OpenedSession) {
    session.opened(opened);
    Route::Home.go_instead();
}
