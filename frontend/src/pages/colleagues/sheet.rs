use super::TeamRows;
use super::row::{TeamRow, input_id};
use crate::components::{Button, Glyph, Look, StatusBadge, Tone};
use crate::dom;
use gangway_domain::wire::{TeamOutcome, TeamResult};
use leptos::prelude::*;

/// Most people in one go, as the server has it.
const MOST: usize = 50;

/// The rows, and a button for one more.
#[component]
pub fn TeamSheet(
    team: TeamRows,
    /// Called whenever something is typed, pasted or taken away.
    #[prop(optional, into)]
    on_typed: Option<Callback<()>>,
    /// Called when a row is left.
    #[prop(optional, into)]
    on_left: Option<Callback<()>>,
) -> AnyView {
    let nothing = Callback::new(|()| {});
    let (tell, on_left) = (on_typed.unwrap_or(nothing), on_left.unwrap_or(nothing));
    let on_typed = Callback::new(move |()| {
        team.empty.set(false);
        tell.run(());
    });
    let full = move || team.rows.with(|rows| rows.len() >= MOST);
    let add = move || {
        let number = team.add(String::new());
        dom::soon(move || dom::focus(&input_id(number)));
    };
    view! {
        <fieldset>
            <legend class="mb-1 text-sm font-semibold">"Email addresses"</legend>
            <p class="mb-3 text-sm text-muted">
                "One per row. Paste a list, and it spreads over the rows."
            </p>
            <ul class="space-y-2">
                <For each=move || team.rows.get() key=|row| row.number let:row>
                    <TeamRow team row on_typed on_left />
                </For>
            </ul>
            <Show when=move || team.empty.get()>
                <p class="form-error mt-2" role="alert">
                    "Enter at least one email address."
                </p>
            </Show>
            <div class="mt-3">
                <Button
                    label="Add a row"
                    icon=Glyph::Plus
                    look=Look::Quiet
                    small=true
                    disabled=Signal::derive(full)
                    on_press=add
                />
            </div>
        </fieldset>
    }
    .into_any()
}

/// What came of a line: an icon, and the words of the server.
pub fn outcome_badge(result: TeamResult) -> AnyView {
    let (tone, glyph) = match result.outcome {
        TeamOutcome::Invited => (Tone::Good, Glyph::CheckCircle),
        TeamOutcome::AlreadyMember | TeamOutcome::AlreadyInvited => (Tone::Neutral, Glyph::Check),
        TeamOutcome::Repeated | TeamOutcome::Yourself | TeamOutcome::Invalid => {
            (Tone::Bad, Glyph::Warning)
        }
    };
    view! { <StatusBadge tone glyph label=result.message wrap=true /> }.into_any()
}
