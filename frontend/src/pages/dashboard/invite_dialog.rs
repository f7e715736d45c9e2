use crate::components::{Button, Dialog, FailureAlert, FormState, Look, Toasts};
use crate::pages::colleagues::{TeamRows, TeamSheet, send};
use crate::session::Session;
use gangway_domain::ids::ClientId;
use leptos::prelude::*;

/// Invites colleagues, many at once, as in the set-up.
#[component]
pub(super) fn InviteDialog(
    client: ClientId,
    open: RwSignal<bool>,
    /// Called when something was sent.
    on_sent: Callback<()>,
) -> AnyView {
    let session = Session::get();
    let form = FormState::new();
    view! {
        <Dialog open title="Invite users" wide=true held=form.busy>
            <Sheet session client open form on_sent />
        </Dialog>
    }
    .into_any()
}

/// Made anew whenever the dialog opens.
#[component]
fn Sheet(
    session: Session,
    client: ClientId,
    open: RwSignal<bool>,
    form: FormState,
    on_sent: Callback<()>,
) -> AnyView {
    form.reset();
    let team = TeamRows::new(Vec::new(), 3);
    let answer = RwSignal::new(String::new());
    let send = move || {
        send(team, session.api(), client, form, move |summary| {
            on_sent.run(());
            if untrack(|| team.any_waiting()) {
                answer.set(summary);
            } else {
                Toasts::get().say(summary);
                open.set(false);
            }
        });
    };
    view! {
        <div class="space-y-4">
            <p class="text-sm text-muted">
                "Each person gets an invitation by email and becomes Company Administrator on accepting."
            </p>
            <TeamSheet team />
            <p class="text-sm font-semibold empty:sr-only" role="status">{answer}</p>
            <FailureAlert failure=form.failure />
            <div class="flex flex-wrap justify-end gap-3">
                <Button label="Close" disabled=form.busy on_press=move || open.set(false) />
                <Button
                    label="Send Invite"
                    busy_label="Sending invitations…"
                    busy=form.busy
                    look=Look::Primary
                    on_press=send
                />
            </div>
        </div>
    }
    .into_any()
}
