use crate::components::{Button, Glyph, Icon, LoadStates, ProgressBar, RelativeTime};
use crate::load::{Load, reading};
use crate::pages::invites::{InviteActions, invite_badge, mail_badge};
use crate::session::Session;
use gangway_domain::ids::{ClientId, InviteId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{ClientState, Invite, InviteStatus, Onboarding, StepView};
use gangway_domain::wizard::StepState;
use leptos::prelude::*;

/// How far the client's set-up is, and its invitation.
#[component]
pub(super) fn SetUpCard(id: ClientId, state: ClientState, invite_id: Option<InviteId>) -> AnyView {
    let session = Session::get();
    if state == ClientState::NotInvited {
        return not_invited();
    }
    let onboarding = Load::start(reading(
        move |api| async move { api.read_onboarding(id).await },
    ));
    let may_see = session.can(Permission::ReadInvites);
    let invitation = invite_id.filter(|_| may_see).map(invitation);
    view! {
        <section class="card-box" aria-labelledby="set-up-heading">
            <h2 id="set-up-heading" class="mb-4">
                "Set-up"
            </h2>
            <LoadStates load=onboarding ready=steps rows=5 />
            {invitation}
        </section>
    }
    .into_any()
}

/// Written down only.
fn not_invited() -> AnyView {
    view! {
        <section class="card-box" aria-labelledby="set-up-heading">
            <h2 id="set-up-heading" class="mb-2">
                "Set-up"
            </h2>
            <p class="text-sm text-muted">"Nobody at the company was invited to set it up."</p>
        </section>
    }
    .into_any()
}

fn steps(onboarding: Onboarding) -> AnyView {
    let total = onboarding.steps.len();
    let done = onboarding
        .steps
        .iter()
        .filter(|step| step.state == StepState::Done)
        .count();
    let next = onboarding.next;
    let line = |step: StepView| {
        let (glyph, ink, words) = match step.state {
            StepState::Done => (Glyph::CheckCircle, "size-5 text-success", "Done"),
            StepState::Skipped => (Glyph::Clock, "size-5 text-muted", "Left for later"),
            StepState::Todo if next == Some(step.step) => {
                (Glyph::ChevronRight, "size-5 text-brand", "Waiting for them")
            }
            StepState::Todo => (Glyph::Circle, "size-5 text-muted", "Not yet"),
        };
        view! {
            <li class="flex items-center gap-3 text-sm">
                <Icon glyph class=ink />
                <span class="grow">{step.step.title()}</span>
                <span class="text-muted">{words}</span>
            </li>
        }
    };
    let lines: Vec<_> = onboarding.steps.into_iter().map(line).collect();
    let label = format!("{done} of {total} steps done");
    view! {
        <ProgressBar done=Signal::stored(done) total label />
        <ol class="mt-4 space-y-3">{lines}</ol>
    }
    .into_any()
}

fn invitation(id: InviteId) -> AnyView {
    let session = Session::get();
    let invite = Load::start(reading(move |api| async move { api.read_invite(id).await }));
    let actions = InviteActions::new(move || invite.refresh());
    let may_write = session.can(Permission::WriteInvites);
    view! {
        <div class="mt-6 border-t border-hairline pt-4">
            <h3 class="mb-3">"Invitation"</h3>
            <LoadStates load=invite ready=move |invite| shown(invite, actions, may_write) rows=1 />
        </div>
        {actions.dialogs()}
    }
    .into_any()
}

fn shown(invite: Invite, actions: InviteActions, may_write: bool) -> AnyView {
    let (id, email) = (invite.id, invite.email.clone());
    let (copy, again) = (email.clone(), email.clone());
    let open = matches!(invite.status, InviteStatus::Sent | InviteStatus::Opened);
    let over = matches!(invite.status, InviteStatus::Expired | InviteStatus::Revoked);
    let buttons = view! {
        <div class="mt-4 flex flex-wrap gap-3">
            {open
                .then(|| {
                    view! {
                        <Button
                            label="Copy link"
                            icon=Glyph::Link
                            small=true
                            on_press=move || actions.copy(id, copy.clone())
                        />
                    }
                })}
            <Button
                label="Send again"
                icon=Glyph::Send
                small=true
                on_press=move || actions.resend(id, again.clone())
            />
        </div>
    };
    view! {
        <div class="grid gap-2 text-sm">
            <p class="break-words">{email}</p>
            <div class="flex flex-wrap items-center gap-x-6 gap-y-2">
                {invite_badge(&invite)} <div class="flex flex-wrap items-center gap-x-1">"Mail: " {mail_badge(&invite)}</div>
                <span class="text-muted">"Sent " <RelativeTime at=invite.sent_at /></span>
            </div>
        </div>
        {(may_write && (open || over)).then_some(buttons)}
    }
    .into_any()
}
