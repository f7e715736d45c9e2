use super::second_factor::FactorSection;
use crate::components::{Button, CopyField, Notice, Tone};
use leptos::prelude::*;

/// The codes, on the page until the person says that they are kept.
pub(super) fn shown_once(section: FactorSection, codes: &[String]) -> AnyView {
    let text = codes.join("\n");
    let lines = format!("Recovery codes for Gangway, each good once\n\n{text}\n");
    let file = format!("data:text/plain;charset=utf-8,{}", encoded(&lines));
    view! {
        <div class="mt-4">
            <Notice tone=Tone::Wary title="Keep your recovery codes now" assertive=true>
                <p>"They are shown this once. Each lets you in once when your phone is not at hand, so keep them somewhere else: on paper, or in a password manager."</p>
                <CopyField label="Recovery codes" text code=true />
                <div class="flex flex-wrap gap-3">
                    <a class="btn btn-plain btn-sm" href=file download="gangway-recovery-codes.txt">
                        "Download"
                    </a>
                    <Button label="I have kept them" small=true on_press=move || section.fresh.set(None) />
                </div>
            </Notice>
        </div>
    }
    .into_any()
}

/// As a part of an address.
pub(super) fn encoded(text: &str) -> String {
    String::from(js_sys::encode_uri_component(text))
}
