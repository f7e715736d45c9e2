use super::invite_dialog::InviteDialog;
use super::user_row::{Actions, user_row};
use crate::components::{
    Button, Confirm, CopyField, Dialog, EmptyState, Glyph, ListStates, Look, PageHeader,
};
use crate::load::Paged;
use crate::session::Session;
use gangway_api_client::List;
use gangway_domain::roles::Permission;
use gangway_domain::wire::User;
use leptos::prelude::*;

/// The company's users.
#[component]
pub fn ClientUsers() -> AnyView {
    let session = Session::get();
    let Some(client) = super::client(session) else {
        return ().into_any();
    };
    let users = Paged::<User>::start(move |cursor| {
        let api = session.api();
        let list = List {
            cursor,
            ..List::first()
        };
        Box::pin(async move { api.list_client_users(client, list).await })
    });
    let (inviting, question, link) = (
        RwSignal::new(false),
        RwSignal::new(None),
        RwSignal::new(None::<String>),
    );
    let actions = Actions {
        session,
        client,
        users,
        question,
        link,
    };
    let may_write = untrack(|| session.may(Permission::WriteClientUsers));
    let showing_link = RwSignal::new(false);
    Effect::new(move |_| showing_link.set(link.with(Option::is_some)));
    view! {
        <PageHeader title="Users" detail="Everyone who runs this company's account with you.">
            {may_write
                .then(|| {
                    view! {
                        <Button
                            label="Invite users"
                            icon=Glyph::Plus
                            look=Look::Primary
                            on_press=move || inviting.set(true)
                        />
                    }
                })}
        </PageHeader>
        <ListStates
            state=users.state()
            on_retry=move || users.restart()
            on_more=move || users.more()
            empty=|| {
                view! {
                    <EmptyState
                        glyph=Glyph::People
                        title="No users yet"
                        detail="Invite the people who run this account with you."
                    />
                }
            }
        >
            <ul class="divide-y divide-hairline">
                {move || {
                    let rows = users.rows.get().into_iter();
                    rows.map(|user| user_row(user, actions, may_write)).collect::<Vec<_>>()
                }}
            </ul>
        </ListStates>
        <InviteDialog client open=inviting on_sent=Callback::new(move |()| users.refresh()) />
        <Dialog open=showing_link title="Invitation link">
            <div class="space-y-3">
                <p class="text-sm text-muted">
                    "Hand it to this person only: whoever opens it can accept the invitation."
                </p>
                <CopyField label="Link" text=Signal::derive(move || link.get().unwrap_or_default()) />
            </div>
        </Dialog>
        <Confirm question />
    }
    .into_any()
}
