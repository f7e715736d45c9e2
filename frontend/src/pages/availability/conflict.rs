use crate::components::{Button, Notice, Tone};
use leptos::prelude::*;

/// Somebody else saved meanwhile: asks whether to take theirs, or to keep what was typed here.
#[component]
pub(super) fn Conflict(
    shown: Signal<bool>,
    /// True to take theirs.
    on_choice: Callback<bool>,
) -> AnyView {
    (move || {
        shown.get().then(|| {
            view! {
                <Notice tone=Tone::Wary title="Someone else changed this" assertive=true>
                    <p>"What you chose is still below. Show what they saved, or keep yours and save it over theirs."</p>
                    <div class="flex flex-wrap gap-3">
                        <Button label="Show theirs" small=true on_press=move || on_choice.run(true) />
                        <Button label="Keep mine" small=true on_press=move || on_choice.run(false) />
                    </div>
                </Notice>
            }
        })
    })
    .into_any()
}
