use crate::components::{Button, Dialog, Field, Form, FormState, Toasts, errors_of};
use crate::session::Session;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Consent, EndConsent};
use leptos::prelude::*;

/// The dialog that records that a customer asked, other than by text, not to be texted.
#[component]
pub(super) fn EndConsentDialog(
    client: ClientId,
    open: RwSignal<bool>,
    on_ended: Callback<()>,
) -> AnyView {
    let busy = RwSignal::new(false);
    view! {
        <Dialog open title="Record a request to stop" held=busy>
            {move || fields(client, open, busy, on_ended)}
        </Dialog>
    }
    .into_any()
}

fn fields(
    client: ClientId,
    open: RwSignal<bool>,
    held: RwSignal<bool>,
    on_ended: Callback<()>,
) -> AnyView {
    let session = Session::get();
    let number = RwSignal::new(String::new());
    let body = move || EndConsent {
        customer_number: number.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    Effect::new(move |_| held.set(form.busy.get()));
    let submit = move || {
        let api = session.api();
        form.submit(
            body(),
            move |body, key| async move { api.end_consent(client, &body, &key).await },
            move |ended: Consent| {
                Toasts::get().say(format!("{} is not texted any more", ended.customer_number));
                open.set(false);
                on_ended.run(());
            },
        );
    };
    let cancel =
        move || view! { <Button label="Cancel" on_press=move || open.set(false) /> }.into_any();
    view! {
        <Form form on_submit=submit submit="Stop texting" busy="Recording…" before=cancel>
            <p class="text-sm text-muted">
                "For customers who asked on the telephone, by mail or in person. Only they can take it back, by texting START."
            </p>
            <Field
                form
                pointer="/customer_number"
                label="Customer's phone number"
                kind="tel"
                value=number
                focused=true
                placeholder="+1 202 555 0143"
            />
        </Form>
    }
    .into_any()
}
