use super::placing::Placing;
use crate::components::CopyField;
use leptos::prelude::*;

/// The code with its button, the one rule about it, and where it goes.
#[component]
pub fn ApplicationCode(
    code: String,
    #[prop(default = "Application code")] label: &'static str,
) -> AnyView {
    let shown = code.clone();
    view! {
        <div class="space-y-6">
            <div class="space-y-2">
                <CopyField label text=Signal::stored(shown) code=true />
                <p class="text-sm">"Do not modify the application code in any way."</p>
            </div>
            <Placing code />
        </div>
    }
    .into_any()
}
