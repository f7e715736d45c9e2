use super::stale::StaleNotice;
use crate::components::{Button, Form, FormState, LoadStates, PageHeader, Toasts, errors_of};
use crate::dom;
use crate::load::Load;
use crate::pages::company::{CompanyFields, CompanyInfoFields};
use crate::session::Session;
use gangway_api_client::{Failure, Tagged};
use gangway_domain::ids::ClientId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::Client;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the page says that someone else saved meanwhile.
const NEWER: &str = "newer-version";

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
    let saved = RwSignal::new(client);
    let newer = RwSignal::new(None::<Tagged<Client>>);
    let form = FormState::new().checked_by(move || errors_of(&fields.body()));
    let submit = move || {
        let (api, etag) = (
            session.api(),
            saved.with_untracked(|saved| saved.etag.clone()),
        );
        form.submit(
            fields.body(),
            move |body, _| async move {
                match api.update_client(id, &body, &etag).await {
                    // Not a failure to show: the page asks which version is meant.
                    Err(failure) if failure.is(ProblemCode::Stale) => {
                        api.read_client(id).await.map(Err)
                    }
                    answer => answer.map(Ok::<_, Tagged<Client>>),
                }
            },
            move |answer| match answer {
                Ok(now) => {
                    fields.replace(&now.value);
                    saved.set(now);
                    newer.set(None);
                    Toasts::get().say("Company settings saved");
                    spawn_local(async move {
                        // The name stands in the header too.
                        let _: Result<(), Failure> = session.refresh_me().await;
                    });
                }
                Err(theirs) => {
                    newer.set(Some(theirs));
                    dom::soon(|| dom::focus(NEWER));
                }
            },
        );
    };
    let cancel = Callback::new(move |()| {
        saved.with_untracked(|saved| fields.replace(&saved.value));
        newer.set(None);
        form.reset();
    });
    let adopt = move |reload: bool| {
        let Some(theirs) = newer.get_untracked() else {
            return;
        };
        if reload {
            fields.replace(&theirs.value);
            form.reset();
        }
        saved.set(theirs);
        newer.set(None);
    };
    let stale = move || {
        newer.get().map(|theirs| {
            view! {
                <StaleNotice
                    fields
                    newer=theirs.value
                    on_reload=Callback::new(move |()| adopt(true))
                    on_keep=Callback::new(move |()| adopt(false))
                />
            }
        })
    };
    view! {
        <div class="space-y-5">
            <div id=NEWER tabindex="-1" class="outline-none empty:hidden">{stale}</div>
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
