use crate::components::{
    EmptyState, Field, Form, FormState, Glyph, Notice, PublicPage, Tone, errors_of,
};
use crate::load::{Load, Loaded, reading};
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::wire::{Accepted, SignUp};
use leptos::prelude::*;

/// Signs a partner up; nothing is made until the mailed link is used.
#[component]
pub fn SignUpPage() -> AnyView {
    let settings = Load::start(reading(
        |api| async move { api.read_public_settings().await },
    ));
    let sent = RwSignal::new(None::<String>);
    let closed =
        move || matches!(settings.state.get(), Loaded::Ready(known) if !known.sign_up_open);
    let below = || {
        view! {
            "Signed up already? "
            <a class="link link-primary" href=Route::SignIn.path()>
                "Sign in"
            </a>
        }
        .into_any()
    };
    let content = move || {
        match (closed(), sent.get()) {
        (true, _) => view! {
            <EmptyState
                glyph=Glyph::Pause
                title="Sign-up is closed here"
                detail="Whoever runs this installation creates the accounts. Ask them for an invitation."
            />
        }
        .into_any(),
        (false, Some(message)) => view! {
            <Notice tone=Tone::Good title="Look into your mailbox" assertive=true>
                <p>{message}</p>
            </Notice>
        }
        .into_any(),
        (false, None) => fields(sent),
    }
    };
    view! {
        <PublicPage
            title="Sign your company up"
            detail="For MSPs and agencies that bring clients on board. About one minute."
            below
        >
            {content}
        </PublicPage>
    }
    .into_any()
}

fn fields(sent: RwSignal<Option<String>>) -> AnyView {
    let session = Session::get();
    let text = || RwSignal::new(String::new());
    let (company, first, last, email, it_glue) = (text(), text(), text(), text(), text());
    let body = move || SignUp {
        company_name: company.get_untracked(),
        first_name: first.get_untracked(),
        last_name: last.get_untracked(),
        email: email.get_untracked(),
        it_glue_address: words::given(&it_glue.get_untracked()),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, key| async move { api.sign_up(&body, &key).await },
            move |accepted: Accepted| sent.set(Some(accepted.message)),
        );
    };
    view! {
        <Form form on_submit=submit submit="Sign up" busy="Signing up…" wide=true>
            <Field form pointer="/company_name" label="Company name" value=company autocomplete="organization" />
            <div class="grid gap-5 sm:grid-cols-2 sm:gap-3">
                <Field form pointer="/first_name" label="First name" value=first autocomplete="given-name" />
                <Field form pointer="/last_name" label="Last name" value=last autocomplete="family-name" />
            </div>
            <Field
                form
                pointer="/email"
                label="Email"
                hint="You become the owner. The link to confirm goes here."
                value=email
                kind="email"
                autocomplete="email"
            />
            <Field
                form
                pointer="/it_glue_address"
                label="IT Glue address"
                hint="Such as acme.itglue.com. It can wait until your first export."
                value=it_glue
                optional=true
                inputmode="url"
            />
        </Form>
    }
    .into_any()
}
