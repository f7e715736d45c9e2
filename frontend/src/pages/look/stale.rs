use crate::components::{Button, Notice, Tone};
use leptos::prelude::*;

/// Where the page says that someone else saved meanwhile.
pub(super) const NEWER: &str = "newer-look";

/// Someone else saved meanwhile: whose look is meant?
#[component]
pub(super) fn StaleLook(on_reload: Callback<()>, on_keep: Callback<()>) -> AnyView {
    view! {
        <div id=NEWER tabindex="-1" class="outline-none">
            <Notice tone=Tone::Wary title="Someone else changed this" assertive=true>
                <p>"Your changes are still below. Take theirs, or keep yours and save again."</p>
                <div class="flex flex-wrap gap-3">
                    <Button label="Reload" small=true on_press=on_reload />
                    <Button label="Keep my changes" small=true on_press=on_keep />
                </div>
            </Notice>
        </div>
    }
    .into_any()
}
