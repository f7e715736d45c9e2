//! Every client as a file that can be imported again.

use super::filters::Filters;
use crate::components::{Button, Glyph, Toasts};
use crate::pages::activity::download;
use crate::session::Session;
use gangway_domain::roles::Permission;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The button that fetches the file: test clients where the list shows those only, all others otherwise.
pub(super) fn export(session: Session, filters: Filters) -> AnyView {
    if !session.can(Permission::ReadRecords) {
        return ().into_any();
    }
    let busy = RwSignal::new(false);
    let fetch = move || {
        busy.set(true);
        let (api, test) = (session.api(), filters.only_test());
        spawn_local(async move {
            match api.export_clients(test).await {
                Ok(bytes) if test => download("test-clients.csv", "text/csv", &bytes),
                Ok(bytes) => download("clients.csv", "text/csv", &bytes),
                Err(failure) => Toasts::get().fail(&failure),
            }
            busy.try_set(false);
        });
    };
    view! { <Button label="Export all" icon=Glyph::Download busy on_press=fetch /> }.into_any()
}
