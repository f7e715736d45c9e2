use crate::components::{Button, Conflict, Edited, Form, FormState, TextArea, Toasts, errors_of};
use crate::load::Load;
use crate::session::Session;
use gangway_api_client::Tagged;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{ConsentWording, PutConsentWording};
use leptos::prelude::*;

/// The form over the words as they were read.
pub(super) fn wording_form(
    client: ClientId,
    load: Load<Tagged<ConsentWording>>,
    read: Tagged<ConsentWording>,
    on_saved: Callback<()>,
) -> AnyView {
    let session = Session::get();
    let (value, edited) = (read.value.clone(), Edited::of(read));
    let text = RwSignal::new(value.text.clone());
    let body = move || PutConsentWording {
        text: text.get_untracked(),
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let submit = move || {
        let api = session.api();
        let again = api.clone();
        edited.save(
            form,
            body(),
            move |body, tag| async move { api.put_consent_wording(client, &body, &tag).await },
            move || async move { again.read_consent_wording(client).await },
            move |saved| {
                load.set(saved);
                on_saved.run(());
                Toasts::get().say("The words are saved. Customers see them from now on.");
            },
        );
    };
    let default = value.default_text.clone();
    let differs = Signal::derive({
        let default = default.clone();
        move || text.with(|text| *text != default)
    });
    view! {
        <Conflict edited form take=move |theirs| load.set(theirs) />
        <Form form on_submit=submit submit="Save words" busy="Saving…">
            <h2>"Words customers agree to"</h2>
            <p class="text-sm text-muted">
                "They stand beside the box that customers tick before they text you. Everyone who agreed to earlier words agreed to those: each version is kept."
            </p>
            <TextArea
                form
                pointer="/text"
                label="Words"
                value=text
                rows=6
                hint="Say who texts, how often, what it may cost, and how to end it with STOP."
            />
            <p class="text-xs text-muted">{standing(&value)}</p>
            <Show when=move || differs.get()>
                {
                    let default = default.clone();
                    view! {
                        <Button
                            label="Use Gangway's words"
                            small=true
                            on_press=move || text.set(default.clone())
                        />
                    }
                }
            </Show>
        </Form>
    }
    .into_any()
}

/// Which version customers see.
fn standing(wording: &ConsentWording) -> String {
    if wording.is_default {
        return "Customers see Gangway's words with your name in them.".to_owned();
    }
    let by = wording.made_by.as_deref().unwrap_or("somebody");
    let at = wording
        .created_at
        .map(crate::times::day)
        .unwrap_or_default();
    format!(
        "Customers see version {}, written by {by} on {at}.",
        wording.version
    )
}
