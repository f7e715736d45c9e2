use crate::components::{
    Form, FormState, Notice, PasswordField, PublicPage, Toasts, Tone, errors_of,
};
use crate::route::{self, Route};
use crate::session::Session;
use gangway_domain::wire::ConfirmPasswordReset;
use leptos::prelude::*;

/// Sets a new password by the mailed link.
#[component]
pub fn ResetPassword() -> AnyView {
    let session = Session::get();
    let token = StoredValue::new(route::token_in_address());
    let password = RwSignal::new(String::new());
    let body = move || ConfirmPasswordReset {
        token: token.get_value(),
        password: password.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, _| async move { api.confirm_password_reset(&body).await },
            move |()| {
                Toasts::get().say("Your password is changed. Sign in with the new one.");
                Route::SignIn.go_instead();
            },
        );
    };
    let below = || {
        view! {
            <a class="link link-primary" href=Route::ForgotPassword.path()>
                "Send me a new link"
            </a>
        }
        .into_any()
    };
    let content = if token.with_value(String::is_empty) {
        view! {
            <Notice tone=Tone::Wary title="This address lacks its link">
                <p>"Open the link from the email again, whole. Or ask for a new one below."</p>
            </Notice>
        }
        .into_any()
    } else {
        view! {
            <Form form on_submit=submit submit="Set new password" busy="Setting new password…" wide=true>
                <PasswordField
                    form
                    pointer="/password"
                    label="New password"
                    hint="At least 15 characters. A few words in a row are easy to remember."
                    value=password
                    autocomplete="new-password"
                />
            </Form>
        }
        .into_any()
    };
    view! { <PublicPage title="Choose a new password" below>{content}</PublicPage> }.into_any()
}
