use super::differences::differences;
use crate::components::{
    Button, Conflict, Edited, Form, FormState, LoadStates, PageHeader, Toasts, errors_of,
};
use crate::load::Load;
use crate::pages::company::{CompanyFields, CompanyInfoFields};
use crate::session::Session;
use gangway_api_client::{Failure, Tagged};
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Client;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// What Company Info asked for, to be changed.
#[component]
pub fn CompanySettings() -> AnyView {
    let session = Session::get();
    let Some(id) = super::client(session) else {
        return ().into_any();
    };
    let client = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_client(id).await })
    });
    view! {
        <PageHeader
            title="Company settings"
            detail="Who you are to your customers, and where the application works."
        />
        <div class="max-w-2xl rounded border border-hairline bg-base-100 p-5 sm:p-6">
            <LoadStates load=client rows=6 ready=move |client| settings_form(session, id, client) />
        </div>
    }
    .into_any()
}

fn settings_form(session: Session, id: ClientId, client: Tagged<Client>) -> AnyView {
    let fields = CompanyFields::of(&client.value);
    let edited = Edited::of(client);
    let form = FormState::new().checked_by(move || errors_of(&fields.body()));
    let submit = move || {
        let api = session.api();
        let again = api.clone();
        edited.save(
            form,
            fields.body(),
            move |body, tag| async move { api.update_client(id, &body, &tag).await },
            move || async move { again.read_client(id).await },
            move |now| {
                fields.replace(&now.value);
                Toasts::get().say("Company settings saved");
                spawn_local(async move {
                    // The name stands in the header too.
                    let _: Result<(), Failure> = session.refresh_me().await;
                });
            },
        );
    };
    let cancel = Callback::new(move |()| {
        fields.replace(&edited.known());
        edited.forget_newer();
        form.reset();
    });
    let take = move |theirs: Tagged<Client>| fields.replace(&theirs.value);
    let theirs = move |theirs| differences(fields, &theirs);
    view! {
        <div class="space-y-5">
            <Conflict edited form take theirs />
            <Form
                form
                on_submit=submit
                submit="Save changes"
                busy="Saving…"
                before=move || view! { <Button label="Cancel" on_press=cancel /> }.into_any()
            >
                <CompanyInfoFields form fields />
            </Form>
        </div>
    }
    .into_any()
}
