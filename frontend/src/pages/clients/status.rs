use crate::components::{Glyph, StatusBadge, Tone};
use crate::pages::shell;
use gangway_api_client::Failure;
use gangway_domain::wire::{Client, ClientState};
use leptos::prelude::*;

/// The client's name, or what it is until it has one.
pub fn client_name(client: &Client) -> String {
    client
        .name
        .clone()
        .unwrap_or_else(|| format!("New {}", shell::client_word()))
}

/// How far a client is, in an icon and words.
pub(in crate::pages::clients) fn client_badge(state: ClientState) -> AnyView {
    let (tone, glyph, label) = match state {
        ClientState::NotInvited => (Tone::Neutral, Glyph::Note, "Not invited"),
        ClientState::Invited => (Tone::Active, Glyph::Send, "Invited"),
        ClientState::SettingUp => (Tone::Active, Glyph::Clock, "Setting up"),
        ClientState::Active => (Tone::Good, Glyph::CheckCircle, "Active"),
    };
    view! { <StatusBadge tone glyph label /> }.into_any()
}

/// Why a client cannot be restored: what of its own somebody else has by now.
pub(super) fn why_not_restored(failure: Failure) -> Failure {
    let Failure::Problem(mut problem) = failure else {
        return failure;
    };
    let told = problem.errors.iter().map(|error| error.message.as_str());
    let told = told.collect::<Vec<_>>().join(" ");
    if !told.is_empty() {
        problem.detail = told;
    }
    Failure::Problem(problem)
}
