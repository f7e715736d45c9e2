use crate::components::{
    Field, Form, FormState, LoadStates, Notice, PasswordField, PublicPage, Tone, errors_of,
};
use crate::load::{Load, reading};
use crate::route::{self, Route};
use crate::session::Session;
use gangway_domain::wire::FirstSetUp;
use leptos::prelude::*;

/// Makes the first account of an installation, with the token its operator sees.
#[component]
pub fn FirstSetUpPage() -> AnyView {
    let settings = Load::start(reading(
        |api| async move { api.read_public_settings().await },
    ));
    let content = move |open: bool| {
        if open {
            return fields();
        }
        view! {
            <Notice tone=Tone::Neutral title="Gangway is set up already">
                <p>"Sign in, or ask an administrator to invite you."</p>
            </Notice>
            <a class="btn btn-primary mt-6 w-full" href=Route::SignIn.path()>
                "Sign in"
            </a>
        }
        .into_any()
    };
    view! {
        <PublicPage title="Set Gangway up" detail="You make the first account here: your company's, with yourself as its owner.">
            <LoadStates load=settings ready=move |settings| content(settings.first_set_up_open) />
        </PublicPage>
    }
    .into_any()
}

fn fields() -> AnyView {
    let session = Session::get();
    let empty = || RwSignal::new(String::new());
    let token = RwSignal::new(route::token_in_address());
    let (company, first, last) = (empty(), empty(), empty());
    let (email, password) = (empty(), empty());
    let came_with_token = token.with_untracked(|token| !token.is_empty());
    let body = move || FirstSetUp {
        token: token.get_untracked().trim().to_owned(),
        company_name: company.get_untracked(),
        first_name: first.get_untracked(),
        last_name: last.get_untracked(),
        email: email.get_untracked(),
        password: password.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, _| async move { api.make_first_partner(&body).await },
            move |opened| {
                session.opened(opened);
                Route::Home.go_instead();
            },
        );
    };
    view! {
        <Form form on_submit=submit submit="Create account" busy="Creating account…" wide=true>
            {(!came_with_token)
                .then(|| {
                    view! {
                        <Field
                            form
                            pointer="/token"
                            label="Set-up token"
                            hint="The server printed it when it started. It is in the file set-up-token in its data folder too."
                            value=token
                            focused=true
                        />
                    }
                })}
            <Field form pointer="/company_name" label="Company name" value=company autocomplete="organization" />
            <Field form pointer="/first_name" label="First name" value=first autocomplete="given-name" />
            <Field form pointer="/last_name" label="Last name" value=last autocomplete="family-name" />
            <Field form pointer="/email" label="Email" value=email kind="email" autocomplete="username" />
            <PasswordField
                form
                pointer="/password"
                label="Password"
                hint="At least 15 characters. A few words in a row are easy to remember."
                value=password
                autocomplete="new-password"
            />
        </Form>
    }
    .into_any()
}
