use super::set_up_card::SetUpCard;
use super::status::{client_badge, client_name};
use super::users_card::UsersCard;
use crate::components::{Definition, Definitions, LoadStates, PageHeader, RelativeTime};
use crate::load::{Load, reading};
use crate::pages::shell;
use crate::pages::sms_number::number_words;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::ids::ClientId;
use gangway_domain::roles::Permission;
use gangway_domain::values::Country;
use gangway_domain::wire::Client;
use leptos::prelude::*;

/// One client: its set-up, its company, its users.
#[component]
pub fn ClientPage(id: ClientId) -> AnyView {
    let session = Session::get();
    let client = Load::start(reading(move |api| async move { api.read_client(id).await }));
    let title = move || match client.value() {
        Some(read) => client_name(&read.value),
        None => words::client_title(shell::clients_word()).to_owned(),
    };
    let invite_id = Memo::new(move |_| client.value().and_then(|read| read.value.invite_id));
    let loaded = Memo::new(move |_| client.value().is_some());
    view! {
        <nav class="mb-2 text-sm" aria-label="Breadcrumb">
            <a class="link link-hover text-muted" href=Route::Clients.path()>
                {words::clients(shell::clients_word())}
            </a>
        </nav>
        <PageHeader title=Signal::derive(title) />
        <div class="grid items-start gap-6 lg:grid-cols-2">
            <Show when=move || loaded.get()>
                <SetUpCard id invite_id />
            </Show>
            <section class="rounded border border-hairline bg-base-100 p-4 sm:p-6" aria-labelledby="company-heading">
                <h2 id="company-heading" class="mb-2">
                    "Company"
                </h2>
                <LoadStates load=client ready=|read| company(read.value) rows=5 />
            </section>
            <Show when=move || loaded.get() && session.may(Permission::ReadClientUsers)>
                <UsersCard id />
            </Show>
        </div>
    }
    .into_any()
}

fn company(client: Client) -> AnyView {
    let line = |term: &str, value: Option<String>| {
        let term = term.to_owned();
        let value = match value {
            Some(value) => value.into_any(),
            None => view! { <span class="text-muted">"Not given yet"</span> }.into_any(),
        };
        view! { <Definition term>{value}</Definition> }
    };
    let address = address(&client);
    let website = client.website.clone().map(|url| {
        view! { <a class="link" href=url.clone() target="_blank" rel="noreferrer">{url.clone()}</a> }
    });
    let website = match website {
        Some(shown) => shown.into_any(),
        None => view! { <span class="text-muted">"Not given yet"</span> }.into_any(),
    };
    view! {
        <Definitions>
            <Definition term="Status">{client_badge(client.state)}</Definition>
            {line("Contact", client.contact_email)}
            {line("Address", address)}
            <Definition term="Website">{website}</Definition>
            {line("Time zone", client.time_zone.map(|zone| zone.replace('_', " ")))}
            {line("Reply-to address", client.reply_to)}
            {line("Number for texts", client.sms_number.as_deref().map(number_words))}
            <Definition term="Created">
                <RelativeTime at=client.created_at />
                {client.created_by.map(|by| format!(" by {by}"))}
            </Definition>
        </Definitions>
    }
    .into_any()
}

/// The address on one line, with the country's name.
fn address(client: &Client) -> Option<String> {
    let country = client
        .country
        .as_deref()
        .and_then(|code| Country::parse(code).ok());
    let country = country.map(|country| country.name().to_owned());
    let parts = [
        client.address_line1.clone(),
        client.address_line2.clone(),
        client.city.clone(),
        client.region.clone(),
        client.postal_code.clone(),
    ];
    let parts: Vec<_> = parts.into_iter().flatten().collect();
    (!parts.is_empty()).then(|| {
        parts
            .into_iter()
            .chain(country)
            .collect::<Vec<_>>()
            .join(", ")
    })
}
