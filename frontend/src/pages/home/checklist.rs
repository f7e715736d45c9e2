use crate::components::{Button, CheckRow, ProgressBar};
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::roles::Permission;
use gangway_domain::wire::Checklist;
use leptos::prelude::*;

/// What a partner sets up first, each line from its real state.
pub(super) fn checklist(known: Checklist, adding: RwSignal<bool>) -> AnyView {
    let session = Session::get();
    let may = |permission| session.can(permission);
    let (settings, users) = (may(Permission::WritePartner), may(Permission::WriteUsers));
    let clients = may(Permission::CreateClients);
    let word = words::clients(shell::clients_word()).to_lowercase();
    let all = [
        known.email_notifications,
        known.onboarding_team,
        known.it_glue_connection,
        known.first_client,
    ];
    let done = all.iter().filter(|done| **done).count();
    let way = |allowed: bool, route: Route, label: &'static str| -> ViewFn {
        (move || {
            allowed
                .then(|| view! { <a class="btn btn-plain btn-sm" href=route.path()>{label}</a> })
                .into_any()
        })
        .into()
    };
    let begin = move || {
        let label = format!("New {}", words::client_title(shell::clients_word()));
        clients
            .then(|| view! { <Button label small=true on_press=move || adding.set(true) /> })
            .into_any()
    };
    view! {
        <div class="px-4 py-4 sm:px-6">
            <ProgressBar done=Signal::stored(done) total=4_usize label=format!("{done} of 4 done") />
        </div>
        <ul class="divide-y divide-hairline border-t border-hairline">
            <CheckRow
                done=known.email_notifications
                title="Allow email notifications"
                detail="Allow-list our sender, then send yourself a test email."
                action=way(settings, Route::Settings, "Send test email")
            />
            <CheckRow
                done=known.onboarding_team
                title="Build the onboarding team"
                detail="Invite the people who bring clients on board with you."
                action=way(users, Route::Users, "Invite people")
            />
            <CheckRow
                done=known.it_glue_connection
                title="Configure the IT Glue connection"
                detail="Tell us the address of your IT Glue, such as acme.itglue.com."
                action=way(settings, Route::Settings, "Open settings")
            />
            <CheckRow
                done=known.first_client
                title=format!("Begin onboarding {word}")
                detail="Send the first invitation, or type the details in yourself."
                action=begin
            />
        </ul>
    }
    .into_any()
}
