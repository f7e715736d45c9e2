use super::asking::keep_asking;
use super::calls::calls;
use super::finding::{badge, explained, page_line};
use super::other_page::OtherPage;
use super::standing::standing;
use crate::components::{Button, Definition, Definitions, FailureAlert, FormState, LoadStates};
use crate::load::{Load, Loaded};
use crate::session::Session;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{CheckInstallation, Installation, InstallationCheck};
use leptos::prelude::*;

/// Says whether the code is on the company's website and works there, and what to do if not.
#[component]
pub fn InstallationCard(client: ClientId) -> AnyView {
    let session = Session::get();
    let known = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_installation(client).await })
    });
    keep_asking(known, session.api(), client);
    let asked = Callback::new(move |check: InstallationCheck| {
        if let Loaded::Ready(before) = known.state.get_untracked() {
            known.set(Installation {
                check: Some(check),
                ..before
            });
        }
    });
    view! {
        <section class="space-y-4 rounded border border-hairline bg-base-100 p-5 sm:p-6">
            <div class="flex flex-wrap items-start justify-between gap-3">
                <div class="space-y-1">
                    <h2>"Is it working?"</h2>
                    <p class="text-sm text-muted">
                        "Gangway looks at your website for the code, and listens for it in visitors' browsers."
                    </p>
                </div>
                <CheckButton client known on_asked=asked />
            </div>
            <LoadStates load=known rows=2 ready=shown />
            <OtherPage client on_asked=asked />
        </section>
    }
    .into_any()
}

/// Asks for a look at the website's own address; what was found stays until the next is known.
#[component]
fn CheckButton(
    client: ClientId,
    known: Load<Installation>,
    on_asked: Callback<InstallationCheck>,
) -> AnyView {
    let api = StoredValue::new(Session::get().api());
    let form = FormState::new();
    let press = move || {
        let api = api.get_value();
        form.submit(
            CheckInstallation::default(),
            move |body, key| async move { api.check_installation(client, &body, &key).await },
            move |check| on_asked.run(check),
        );
    };
    let check = move || known.value().and_then(|known| known.check);
    let is_looking = move || check().is_some_and(|check| check.finding.is_none());
    let busy = Signal::derive(move || form.busy.get() || is_looking());
    let label = Signal::derive(move || {
        let words = check().map_or("Check now", |_| "Check again");
        words.to_owned()
    });
    view! {
        <Button label busy_label="Looking…" busy on_press=press />
        <div class="basis-full empty:hidden">
            <FailureAlert failure=form.failure />
        </div>
    }
    .into_any()
}

fn shown(known: Installation) -> AnyView {
    let standing = standing(&known);
    let page = known.check.as_ref().map(page_line);
    let calls = calls(&known);
    view! {
        <div class="space-y-4">
            <div aria-live="polite">{badge(&standing)}</div>
            {explained(standing)}
            <Definitions>
                {page.map(|page| view! { <Definition term="On the page">{page}</Definition> })}
                <Definition term="In visitors' browsers">{calls}</Definition>
            </Definitions>
        </div>
    }
    .into_any()
}
