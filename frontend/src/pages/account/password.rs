use crate::components::{Form, FormState, PasswordField, Toasts, errors_of};
use crate::load::Paged;
use crate::session::Session;
use gangway_domain::wire::{ChangePassword, OpenSession};
use leptos::prelude::*;

/// A new password, while signed in.
#[component]
pub(super) fn PasswordSection(sessions: Paged<OpenSession>) -> AnyView {
    let session = Session::get();
    let password = RwSignal::new(String::new());
    let body = move || ChangePassword {
        password: password.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            |body, _| async move { api.change_password(&body).await },
            move |()| {
                password.set(String::new());
                form.reset();
                Toasts::get().say("Your password is changed. You are signed out everywhere else.");
                sessions.refresh();
            },
        );
    };
    let email = move || session.me().map(|me| me.email);
    view! {
        <section class="rounded border border-hairline bg-base-100 px-6 py-5" aria-labelledby="password-title">
            <h2 id="password-title">"Password"</h2>
            <div class="mt-4 max-w-md">
                <Form form on_submit=submit submit="Change password" busy="Changing password…" plain=true>
                    <input type="email" class="hidden" autocomplete="username" prop:value=email readonly />
                    <PasswordField
                        form
                        pointer="/password"
                        label="New password"
                        hint="At least 15 characters. A few words in a row are easy to remember."
                        value=password
                        autocomplete="new-password"
                    />
                </Form>
            </div>
        </section>
    }
    .into_any()
}
