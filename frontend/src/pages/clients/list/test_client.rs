use crate::components::{Button, Glyph, Toasts};
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::IdempotencyKey;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Makes a marked client of made-up data by one press, and goes there.
#[component]
pub(super) fn NewTestClient() -> AnyView {
    let session = Session::get();
    let busy = RwSignal::new(false);
    // The same until it is known what came of it, so that a lost answer makes no second one.
    let key = StoredValue::new(IdempotencyKey::random());
    let make = move || {
        busy.set(true);
        spawn_local(async move {
            let made = session.api().create_test_client(&key.get_value()).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match made {
                Ok(client) => {
                    let name = client.name.unwrap_or_default();
                    Toasts::get().say(format!("{name} is there, made of made-up data"));
                    Route::Client(client.id).go();
                }
                Err(failure) => {
                    if !failure.may_have_happened() {
                        key.set_value(IdempotencyKey::random());
                    }
                    Toasts::get().fail(&failure);
                }
            }
        });
    };
    let label = format!("New test {}", shell::client_word());
    view! { <Button label icon=Glyph::Flask busy busy_label="Making it…" on_press=make /> }
        .into_any()
}
