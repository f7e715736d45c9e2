use super::partner_link::PartnerLinkCard;
use super::{InviteActions, follow_mails, invite_badge, mail_badge};
use crate::components::{
    Button, EmptyState, Glyph, Icon, ListStates, Look, Menu, PageHeader, RelativeTime,
};
use crate::load::{Paged, reading_pages};
use crate::pages::clients::NewClient;
use crate::pages::shell;
use crate::route::Route;
use crate::session::Session;
use crate::words;
use gangway_domain::roles::Permission;
use gangway_domain::wire::{Invite, InviteKind};
use leptos::prelude::*;

/// The invitations and the partner's shareable link.
#[component]
pub fn Invites() -> AnyView {
    let session = Session::get();
    let invites = Paged::start(reading_pages(|api, list| async move {
        api.list_invites(list).await
    }));
    follow_mails(invites);
    let actions = InviteActions::new(move || invites.refresh());
    let may_send = session.can(Permission::WriteInvites);
    let adding = RwSignal::new(false);
    let new = format!("New {}", words::client_title(shell::clients_word()));
    let empty_new = new.clone();
    view! {
        <PageHeader title="Invitations" detail=format!("The {} you invited, and how far they are.", words::clients(shell::clients_word()).to_lowercase())>
            {may_send
                .then(|| {
                    view! {
                        <Button label=new look=Look::Primary icon=Glyph::Plus on_press=move || adding.set(true) />
                    }
                })}
        </PageHeader>
        <div class="space-y-6">
            <PartnerLinkCard />
            <section aria-label="Invitations">
                <ListStates
                    state=invites.state()
                    on_retry=move || invites.restart()
                    on_more=move || invites.more()
                    empty=move || {
                        let label = empty_new.clone();
                        view! {
                            <EmptyState
                                glyph=Glyph::Mail
                                title="Nobody is invited yet"
                                detail="Send an invitation by email. The person sets the company up in about 6 minutes."
                            >
                                {may_send
                                    .then(|| {
                                        view! {
                                            <Button label look=Look::Primary on_press=move || adding.set(true) />
                                        }
                                    })}
                            </EmptyState>
                        }
                    }
                >
                    <table class="table">
                        <thead>
                            <tr>
                                <th scope="col">"Invited"</th>
                                <th scope="col" class="hidden sm:table-cell">"Status"</th>
                                <th scope="col" class="hidden md:table-cell">"Mail"</th>
                                <th scope="col" class="hidden lg:table-cell">"Sent"</th>
                                <th scope="col">
                                    <span class="sr-only">"Actions"</span>
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            <For
                                each=move || invites.rows.get()
                                key=|invite| (invite.id, invite.status, invite.step, invite.mail, invite.sent_at)
                                children=move |invite| invite_row(invite, may_send.then_some(actions))
                            />
                        </tbody>
                    </table>
                </ListStates>
            </section>
        </div>
        <NewClient open=adding on_done=move || invites.refresh() />
        {actions.dialogs()}
    }
    .into_any()
}

/// An invitation as a line of a table: invited, status, mail, sent, actions.
pub fn invite_row(invite: Invite, actions: Option<InviteActions>) -> AnyView {
    let kind = match invite.kind {
        InviteKind::ClientSetup => {
            let word = shell::client_word();
            invite
                .client
                .as_ref()
                .and_then(|client| client.name.clone())
                .unwrap_or(format!("New {word}"))
        }
        InviteKind::Staff => format!("{}, your team", invite.role.title()),
        InviteKind::ClientUser => {
            let client = invite
                .client
                .as_ref()
                .and_then(|client| client.name.clone());
            format!(
                "{} at {}",
                invite.role.title(),
                client.unwrap_or_else(|| "a new company".to_owned())
            )
        }
    };
    let by = invite
        .invited_by
        .clone()
        .unwrap_or_else(|| "your shareable link".to_owned());
    let items = actions
        .map(|actions| actions.items(invite.id, &invite.email, invite.status))
        .unwrap_or_default();
    let menu = (!items.is_empty()).then(|| {
        let label = format!("Actions for {}", invite.email);
        view! {
            <Menu label items=Signal::stored(items)>
                <Icon glyph=Glyph::More />
            </Menu>
        }
    });
    let path = invite
        .client
        .as_ref()
        .map(|client| Route::Client(client.id).path());
    let email = invite.email.clone();
    let whole = email.clone();
    let name = match path {
        Some(path) => {
            view! { <a class="block truncate font-semibold hover:underline" href=path title=whole>{email}</a> }.into_any()
        }
        None => view! { <span class="block truncate font-semibold" title=whole>{email}</span> }.into_any(),
    };
    view! {
        <tr>
            <td class="w-full max-w-0">
                {name} <span class="block truncate text-muted" title=kind.clone()>{kind.clone()}</span>
                <span class="mt-1 block sm:hidden">{invite_badge(&invite)}</span>
                <span class="mt-1 block md:hidden">{mail_problem(&invite)}</span>
            </td>
            <td class="hidden whitespace-nowrap sm:table-cell">{invite_badge(&invite)}</td>
            <td class="hidden min-w-36 md:table-cell">{mail_badge(&invite)}</td>
            <td class="hidden whitespace-nowrap lg:table-cell">
                <RelativeTime at=invite.sent_at />
                <span class="block max-w-48 truncate text-xs text-muted" title=by.clone()>{format!("by {by}")}</span>
            </td>
            <td class="text-right">{menu}</td>
        </tr>
    }
    .into_any()
}

/// On a narrow screen the mail is worth a line only when there is trouble.
fn mail_problem(invite: &Invite) -> Option<AnyView> {
    use gangway_domain::wire::MailState;
    matches!(invite.mail, Some(MailState::Retrying | MailState::Refused))
        .then(|| mail_badge(invite))
}
