use crate::components::{Glyph, StatusBadge, Tone};
use crate::pages::shell;
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
pub(super) fn client_badge(state: ClientState) -> AnyView {
    let (tone, glyph, label) = match state {
        ClientState::NotInvited => (Tone::Neutral, Glyph::Note, "Not invited"),
        ClientState::Invited => (Tone::Active, Glyph::Send, "Invited"),
        ClientState::SettingUp => (Tone::Active, Glyph::Clock, "Setting up"),
        ClientState::Active => (Tone::Good, Glyph::CheckCircle, "Active"),
    };
    view! { <StatusBadge tone glyph label /> }.into_any()
}
