use crate::components::{LoadStates, PageHeader, Tabs};
use crate::load::Load;
use crate::pages::application_code::{ApplicationCode, HandingOver};
use crate::pages::installation::InstallationCard;
use crate::session::Session;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Application;
use leptos::prelude::*;

const CUSTOM_COLOR: &str = "custom_color";

/// How the application looks and where it runs; for now, its code.
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
    let tabs = vec![(CUSTOM_COLOR.to_owned(), "Custom Color".to_owned())];
    let chosen = RwSignal::new(CUSTOM_COLOR.to_owned());
    view! {
        <PageHeader
            title="Behaviors & Styles"
            detail="The application on your website: the button your customers reach you by."
        />
        <div class="max-w-3xl">
            <Tabs label="Behaviors & Styles" tabs chosen>
                <section class="rounded border border-hairline bg-base-100 p-5 sm:p-6">
                    <h2 class="mb-4">"Application Code"</h2>
                    <LoadStates load=application ready=move |application| code(client, application) />
                </section>
                <div class="mt-6">
                    <InstallationCard client />
                </div>
            </Tabs>
        </div>
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
