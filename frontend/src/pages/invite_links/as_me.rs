use super::invite::Invited;
use crate::components::{Button, FailureAlert, FormState, Look};
use crate::session::Session;
use gangway_api_client::Failure;
use gangway_domain::wire::Token;
use leptos::prelude::*;

/// The invited person is signed in: one press accepts.
#[component]
pub(super) fn AcceptAsMe(invited: Invited) -> AnyView {
    let session = Session::get();
    let form = FormState::new();
    let (email, words) = (invited.email(), invited.button());
    let accept = Callback::new(move |()| {
        let invited = invited.clone();
        form.submit(
            invited.token.clone(),
            move |token, _| async move { bind(session, token).await },
            move |()| invited.go_on(),
        );
    });
    view! {
        <div class="space-y-4">
            <p class="text-sm">"You are signed in as " <strong>{email}</strong> "."</p>
            <FailureAlert failure=form.failure />
            <div class="flex justify-end">
                <Button
                    label=words
                    busy_label="Accepting…"
                    busy=form.busy
                    look=Look::Primary
                    on_press=accept
                />
            </div>
        </div>
    }
    .into_any()
}

/// Accepts as the person signed in, and acts at the new place from then on.
pub(super) async fn bind(session: Session, token: Token) -> Result<(), Failure> {
    let opened = session.api().accept_invite_as_me(&token).await?;
    session.opened(opened);
    Ok(())
}
