use crate::components::{Glyph, StatusBadge, Tone};
use gangway_domain::wire::{Invite, InviteStatus, MailState};
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// How far an invitation is, in an icon and words.
pub fn invite_badge(invite: &Invite) -> AnyView {
    let (tone, glyph, label) = match (invite.status, invite.step) {
        (InviteStatus::Sent, _) => (Tone::Active, Glyph::Send, "Sent".to_owned()),
        (InviteStatus::Opened, _) => (Tone::Active, Glyph::Eye, "Opened".to_owned()),
        (InviteStatus::Accepted, Some(step)) => (Tone::Active, Glyph::Clock, reached(step)),
        (InviteStatus::Accepted, None) => (Tone::Good, Glyph::Check, "Accepted".to_owned()),
        (InviteStatus::Done, _) => (Tone::Good, Glyph::CheckCircle, "Done".to_owned()),
        (InviteStatus::Expired, _) => (Tone::Wary, Glyph::Warning, "Expired".to_owned()),
        (InviteStatus::Revoked, _) => (Tone::Neutral, Glyph::CrossCircle, "Revoked".to_owned()),
    };
    view! { <StatusBadge tone glyph label /> }.into_any()
}

/// "Step 2 of 5: Company Info".
pub fn reached(step: Step) -> String {
    let number = Step::ALL
        .iter()
        .position(|known| *known == step)
        .unwrap_or(0)
        + 1;
    format!("Step {number} of {}: {}", Step::ALL.len(), step.title())
}

/// How the newest mail fares; the reason on a line of its own where there is one.
pub fn mail_badge(invite: &Invite) -> AnyView {
    let Some(state) = invite.mail else {
        return view! { <span class="text-sm text-muted">"No mail"</span> }.into_any();
    };
    let (tone, glyph, label) = match state {
        MailState::Queued => (Tone::Active, Glyph::Clock, "On its way"),
        MailState::Sent => (Tone::Good, Glyph::Check, "Accepted"),
        MailState::Retrying => (Tone::Wary, Glyph::Warning, "Not accepted yet"),
        MailState::Refused => (Tone::Bad, Glyph::CrossCircle, "Refused"),
    };
    let detail = invite.mail_detail.clone();
    view! {
        <StatusBadge tone glyph label />
        {detail.map(|detail| view! { <span class="block text-xs text-muted">{detail}</span> })}
    }
    .into_any()
}
