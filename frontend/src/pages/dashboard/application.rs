use crate::components::{LoadStates, PageHeader};
use crate::load::Load;
use crate::pages::application_code::{ApplicationCode, HandingOver};
use crate::pages::installation::InstallationCard;
use crate::pages::look::LookEditor;
use crate::session::Session;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Application;
use leptos::prelude::*;

/// How the application looks, and its code.
#[component]
pub fn BehaviorsAndStyles() -> AnyView {
    let session = Session::get();
    let Some(client) = super::client(session) else {
        return ().into_any();
    };
    let application = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_application(client).await })
    });
    let style = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_widget_style(client).await })
    });
    let company = untrack(|| session.place())
        .and_then(|place| place.client?.name)
        .unwrap_or_default();
    let under_color = ViewFn::from(move || {
        view! {
            <section class="rounded border border-hairline bg-base-100 p-5 sm:p-6">
                <h2 class="mb-4">"Application Code"</h2>
                <LoadStates load=application ready=move |application| code(client, application) />
            </section>
            <InstallationCard client />
        }
        .into_any()
    });
    let editor = move |style| {
        let (company, under_color) = (company.clone(), under_color.clone());
        view! { <LookEditor client company style under_color /> }.into_any()
    };
    view! {
        <PageHeader
            title="Behaviors & Styles"
            detail="The application on your website: the button your customers reach you by."
        />
        <LoadStates load=style rows=6 ready=editor />
    }
    .into_any()
}

fn code(client: ClientId, application: Application) -> AnyView {
    let Application {
        code,
        allowed_origins,
        services_note,
        texting,
        ..
    } = application;
    let origins: Vec<_> = allowed_origins
        .into_iter()
        .map(|origin| view! { <li class="break-all">{origin}</li> })
        .collect();
    let texting = if texting {
        "Visitors can text you through it."
    } else {
        "Texting is hidden in it until your company has a phone number."
    };
    view! {
        <div class="space-y-6">
            <ApplicationCode code label="Code" />
            <HandingOver client />
            <div class="space-y-1 text-sm">
                <h3>"Where it works"</h3>
                <ul class="text-muted">{origins}</ul>
                <p class="text-muted">{texting}</p>
            </div>
            {services_note.map(|note| view! { <p class="text-sm font-semibold">{note}</p> })}
        </div>
    }
    .into_any()
}
