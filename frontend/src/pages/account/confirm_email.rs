use crate::components::{Button, FailureAlert, FormState, Look, Notice, PublicPage, Tone};
use crate::route::{self, Route};
use crate::session::{Session, SignedIn};
use gangway_domain::wire::{EmailConfirmed, Token};
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Confirms a new email address by the mailed link.
#[component]
pub fn ConfirmEmail() -> AnyView {
    let session = Session::get();
    let token = StoredValue::new(route::token_in_address());
    let confirmed = RwSignal::new(None::<String>);
    let form = FormState::new();
    let confirm = move || {
        let (api, body) = (
            session.api(),
            Token {
                token: token.get_value(),
            },
        );
        form.submit(
            body,
            |body, _| async move { api.confirm_email(&body).await },
            move |done: EmailConfirmed| {
                confirmed.set(Some(done.email));
                if matches!(session.state.get_untracked(), SignedIn::Yes(_)) {
                    spawn_local(async move {
                        // The page says what happened either way.
                        drop(session.refresh_me().await);
                    });
                }
            },
        );
    };
    let content = move || match confirmed.get() {
        Some(email) => view! {
            <Notice tone=Tone::Good title="Your email address is changed" assertive=true>
                <p class="break-words">{format!("Sign in with {email} from now on.")}</p>
            </Notice>
            <a class="btn btn-primary mt-6 w-full" href=Route::Home.path()>
                "Continue"
            </a>
        }
        .into_any(),
        None if token.with_value(String::is_empty) => view! {
            <Notice tone=Tone::Wary title="This address lacks its link">
                <p>"Open the link from the email again, whole."</p>
            </Notice>
        }
        .into_any(),
        None => view! {
            <div class="space-y-5">
                <FailureAlert failure=form.failure />
                <Button
                    label="Confirm this address"
                    busy_label="Confirming…"
                    busy=form.busy
                    look=Look::Primary
                    class="w-full"
                    on_press=confirm
                />
            </div>
        }
        .into_any(),
    };
    view! {
        <PublicPage title="Confirm your new email address" detail="You sign in with it from then on.">
            {content}
        </PublicPage>
    }
    .into_any()
}
