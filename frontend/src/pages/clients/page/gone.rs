use crate::components::{
    Button, EmptyState, FailureAlert, Glyph, LoadStates, Notice, RelativeTime, Toasts, Tone,
};
use crate::load::{Load, reading};
use crate::pages::clients::status::{client_name, why_not_restored};
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_api_client::{Client as Api, Failure, List};
use gangway_domain::ids::ClientId;
use gangway_domain::roles::Permission;
use gangway_domain::wire::Client;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// As many deleted ones as are looked through.
const LOOKED_THROUGH: u32 = 100;

/// Stands where a client is not: deleted, with the way back for whoever manages clients, or nothing to see.
#[component]
pub fn Gone(id: ClientId, #[prop(into)] on_restored: Callback<()>) -> AnyView {
    let session = Session::get();
    if !session.can(Permission::DeleteClients) {
        return not_here();
    }
    let deleted = Load::start(reading(move |api| find(api, id)));
    let ready = move |found: Option<Client>| match found {
        Some(client) => restorable(session, client, on_restored),
        None => not_here(),
    };
    view! { <LoadStates load=deleted ready rows=2 /> }.into_any()
}

/// The client among those deleted last.
async fn find(api: Api, id: ClientId) -> Result<Option<Client>, Failure> {
    let list = List {
        limit: Some(LOOKED_THROUGH),
        sort: Some("-updated_at".to_owned()),
        filters: vec![("deleted", "true".to_owned())],
        ..List::default()
    };
    let page = api.list_clients(list).await?;
    Ok(page.data.into_iter().find(|client| client.id == id))
}

fn restorable(session: Session, client: Client, on_restored: Callback<()>) -> AnyView {
    let (id, name) = (client.id, client_name(&client));
    let busy = RwSignal::new(false);
    let failure = RwSignal::new(None::<Failure>);
    let title = format!("{name} is deleted");
    let restore = move || {
        let name = name.clone();
        busy.set(true);
        failure.set(None);
        spawn_local(async move {
            let outcome = session.api().restore_client(id).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(_) => {
                    Toasts::get().say(format!("{name} is restored"));
                    on_restored.run(());
                }
                Err(refused) => failure.set(Some(why_not_restored(refused))),
            }
        });
    };
    view! {
        <div class="space-y-4">
            <Notice tone=Tone::Wary title>
                <p>
                    "Deleted " {client.deleted_at.map(|at| view! { <RelativeTime at /> })}
                    ". Nobody sees it now, its own people and the visitors of its web site included. Restoring brings back everything of it; after a while it is removed for ever."
                </p>
                <Button label="Restore" busy_label="Restoring…" busy on_press=restore />
            </Notice>
            <FailureAlert failure />
        </div>
    }
    .into_any()
}

fn not_here() -> AnyView {
    let word = shell::clients_word();
    let title = format!("This {} is not here", words::client(word));
    let detail = "It may be deleted, or not be yours to see any more.";
    let label = format!("All {}", words::clients(word).to_lowercase());
    view! {
        <div class="rounded border border-hairline bg-base-100">
            <EmptyState glyph=Glyph::Search title detail>
                <a class="btn btn-plain" href=Route::Clients.path()>{label}</a>
            </EmptyState>
        </div>
    }
    .into_any()
}
