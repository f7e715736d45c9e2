use super::thread::Thread;
use crate::components::{Button, Dialog, Field, Form, FormState, TextArea, Toasts, errors_of};
use gangway_api_client::{Client, Failure, Tagged};
use gangway_domain::ids::{ClientId, ConversationId};
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{Conversation, UpdateConversation};
use leptos::prelude::*;

/// The customer's name, and a note for one's own people.
#[component]
pub(super) fn About(thread: Thread, open: RwSignal<bool>) -> AnyView {
    view! {
        <Dialog open title="Name and note">
            {move || view! { <AboutForm thread open /> }}
        </Dialog>
    }
    .into_any()
}

#[component]
fn AboutForm(thread: Thread, open: RwSignal<bool>) -> AnyView {
    let Some(begun) = untrack(|| thread.talk.value()) else {
        return ().into_any();
    };
    let text = |text: &Option<String>| RwSignal::new(text.clone().unwrap_or_default());
    let (name, note) = (text(&begun.value.name), text(&begun.value.note));
    let begun = StoredValue::new(begun);
    let body = move || UpdateConversation {
        name: Some(name.get_untracked()),
        note: Some(note.get_untracked()),
        ..UpdateConversation::default()
    };
    let form = FormState::new().checked_by(move || errors_of(&body()));
    let (api, client, id) = (thread.inbox.session.api(), thread.inbox.client, thread.id);
    let submit = move || {
        let (api, begun) = (api.clone(), begun.get_value());
        form.submit(
            body(),
            move |body, _| async move { save(&api, client, id, &body, begun).await },
            move |read: Tagged<Conversation>| {
                thread.talk.set(read);
                open.set(false);
                Toasts::get().say("Saved");
            },
        );
    };
    view! {
        <Form
            form
            on_submit=submit
            submit="Save"
            busy="Saving…"
            before=move || view! { <Button label="Cancel" on_press=move || open.set(false) /> }.into_any()
        >
            <Field form pointer="/name" label="Customer's name" value=name optional=true focused=true />
            <TextArea
                form
                pointer="/note"
                label="Note"
                hint="Only your own people see it."
                value=note
                optional=true
            />
        </Form>
    }
    .into_any()
}

/// Saves over what was shown. A text that came meanwhile does not matter; another name or note does.
async fn save(
    api: &Client,
    client: ClientId,
    id: ConversationId,
    body: &UpdateConversation,
    mut begun: Tagged<Conversation>,
) -> Result<Tagged<Conversation>, Failure> {
    loop {
        let stale = match api.update_conversation(client, id, body, &begun.etag).await {
            Err(failure) if failure.is(ProblemCode::Stale) => failure,
            answer => return answer,
        };
        let now = api.read_conversation(client, id).await?;
        if (&now.value.name, &now.value.note) != (&begun.value.name, &begun.value.note) {
            return Err(stale);
        }
        begun = now;
    }
}
