use super::new_client::NewClient;
use super::status::{client_badge, client_name};
use crate::components::{
    Button, EmptyState, Glyph, ListStates, Look, PageHeader, RelativeTime, SearchBox,
};
use crate::load::{Paged, reading_pages};
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_api_client::List;
use gangway_domain::roles::Permission;
use gangway_domain::wire::Client;
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// The partner's clients, as far as one sees them.
#[component]
pub fn Clients() -> AnyView {
    let session = Session::get();
    let word = shell::clients_word();
    let q = RwSignal::new(String::new());
    let clients = Paged::start(reading_pages(move |api, list| {
        let q = words::given(&q.get_untracked());
        async move { api.list_clients(List { q, ..list }).await }
    }));
    Effect::new(move |before: Option<String>| {
        let q = q.get();
        if before.is_some_and(|before| before != q) {
            clients.refresh();
        }
        q
    });
    let may_add = session.can(Permission::CreateClients);
    let adding = RwSignal::new(false);
    let new = format!("New {}", words::client_title(word));
    let empty_new = StoredValue::new(new.clone());
    let empty = move || {
        if !q.get().is_empty() {
            let detail = format!("No name or email has “{}” in it.", q.get());
            return view! { <EmptyState glyph=Glyph::Search title="Nothing found" detail /> }
                .into_any();
        }
        let title = format!("No {} yet", words::clients(word).to_lowercase());
        let detail = "Invite the first one by email, or type its details in yourself.";
        view! {
            <EmptyState glyph=Glyph::Building title detail>
                {may_add
                    .then(|| {
                        let label = empty_new.get_value();
                        view! { <Button label look=Look::Primary on_press=move || adding.set(true) /> }
                    })}
            </EmptyState>
        }
        .into_any()
    };
    view! {
        <PageHeader title=words::clients(word)>
            {may_add
                .then(|| {
                    view! {
                        <Button label=new look=Look::Primary icon=Glyph::Plus on_press=move || adding.set(true) />
                    }
                })}
        </PageHeader>
        <div class="mb-4">
            <SearchBox label="Search by name or email" q />
        </div>
        <ListStates
            state=clients.state()
            on_retry=move || clients.restart()
            on_more=move || clients.more()
            empty
        >
            <table class="table">
                <thead>
                    <tr>
                        <th scope="col">"Name"</th>
                        <th scope="col" class="hidden sm:table-cell">"Status"</th>
                        <th scope="col" class="hidden md:table-cell">"Step reached"</th>
                        <th scope="col" class="hidden lg:table-cell">"Created"</th>
                    </tr>
                </thead>
                <tbody>
                    <For
                        each=move || clients.rows.get()
                        key=|client| (client.id, client.updated_at, client.state, client.step)
                        children=row
                    />
                </tbody>
            </table>
        </ListStates>
        <NewClient open=adding on_done=move || clients.refresh() />
    }
    .into_any()
}

fn row(client: Client) -> AnyView {
    let name = client_name(&client);
    let email = client.contact_email.clone().unwrap_or_default();
    let step = client.step.map(Step::title);
    let by = client.created_by.clone();
    view! {
        <tr class="relative hover:bg-base-200">
            <td class="w-full max-w-0">
                <a
                    class="block truncate font-semibold after:absolute after:inset-0"
                    href=Route::Client(client.id).path()
                    title=name.clone()
                >
                    {name.clone()}
                </a>
                <span class="block truncate text-muted" title=email.clone()>
                    {email.clone()}
                </span>
                <span class="mt-1 block sm:hidden">{client_badge(client.state)}</span>
            </td>
            <td class="hidden whitespace-nowrap sm:table-cell">{client_badge(client.state)}</td>
            <td class="hidden whitespace-nowrap md:table-cell">
                {step.unwrap_or("Finished")}
            </td>
            <td class="hidden whitespace-nowrap lg:table-cell">
                <RelativeTime at=client.created_at />
                {by.map(|by| view! { <span class="block max-w-48 truncate text-xs text-muted">{format!("by {by}")}</span> })}
            </td>
        </tr>
    }
    .into_any()
}
