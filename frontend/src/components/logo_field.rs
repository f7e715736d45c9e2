use super::chosen_file::ChosenFile;
use super::file_target::{FileInput, FileTarget, Taken};
use super::{Button, FailureAlert, Glyph, Icon, Look};
use crate::dom;
use gangway_api_client::Failure;
use leptos::prelude::*;

const TAKEN: Taken = Taken {
    accept: "image/png,image/jpeg,image/webp,image/gif",
    most_bytes: 5_000_000.0,
    too_large: "The file is too large. At most 5 MB are taken.",
};
const HINT: &str = "PNG, JPEG, WebP or GIF, up to 5 MB. You can also drop the file here.";

/// A logo: chosen by a button or dropped, shown, replaced and taken away.
#[component]
pub fn LogoField(
    /// Whose it is, as in "Logo of Acme".
    #[prop(into)]
    label: String,
    /// The address of what is shown, see [`picture_address`]; none where there is no logo.
    #[prop(into)]
    shown: Signal<Option<String>>,
    /// While an upload is on its way.
    #[prop(into)]
    uploading: Signal<bool>,
    /// While a removal is on its way.
    #[prop(into)]
    removing: Signal<bool>,
    /// Why the last of them did not work.
    #[prop(into)]
    failure: Signal<Option<Failure>>,
    on_choose: Callback<ChosenFile>,
    on_remove: Callback<()>,
) -> AnyView {
    let input = FileInput::new();
    let busy = Signal::derive(move || uploading.get() || removing.get());
    let chosen = Callback::new(move |file| {
        if let Some(file) = file {
            on_choose.run(file);
        }
    });
    let named = label.clone();
    let buttons = view! {
        <div class="flex flex-wrap gap-2">
            {choose(input, shown, uploading, busy)} {remove(shown, removing, busy, on_remove)}
        </div>
    };
    view! {
        <FileTarget
            input
            label
            hint=HINT.to_owned()
            taken=TAKEN
            busy
            on_choose=chosen
            class="flex flex-wrap items-center gap-4 border-hairline p-4"
            inner_class="min-w-0 space-y-2"
            before=(move || preview(shown.get(), &named)).into_any()
            buttons=buttons.into_any()
            after=view! { <FailureAlert failure /> }.into_any()
        />
    }
    .into_any()
}

fn preview(shown: Option<String>, label: &str) -> AnyView {
    let frame = "flex size-24 shrink-0 items-center justify-center rounded border border-hairline bg-base-100 p-1";
    match shown {
        Some(address) => view! {
            <div class=frame>
                <img class="max-h-full max-w-full" src=address alt=label.to_owned() />
            </div>
        }
        .into_any(),
        None => view! {
            <div class=frame>
                <Icon glyph=Glyph::Building class="size-8 text-muted" />
                <span class="sr-only">"No logo yet"</span>
            </div>
        }
        .into_any(),
    }
}

fn choose(
    input: FileInput,
    shown: Signal<Option<String>>,
    uploading: Signal<bool>,
    busy: Signal<bool>,
) -> AnyView {
    let words = move || {
        let another = shown.with(Option::is_some);
        let words = if another {
            "Choose another logo"
        } else {
            "Choose a logo"
        };
        words.to_owned()
    };
    let waits = Signal::derive(move || busy.get() && !uploading.get());
    view! {
        <Button
            label=Signal::derive(words)
            on_press=move || input.open()
            busy=uploading
            busy_label="Uploading…"
            disabled=waits
        />
    }
    .into_any()
}

fn remove(
    shown: Signal<Option<String>>,
    removing: Signal<bool>,
    busy: Signal<bool>,
    on_remove: Callback<()>,
) -> AnyView {
    let waits = Signal::derive(move || busy.get() && !removing.get());
    view! {
        <Show when=move || shown.with(Option::is_some)>
            <Button
                label="Remove logo"
                look=Look::Quiet
                on_press=on_remove
                busy=removing
                busy_label="Removing…"
                disabled=waits
            />
        </Show>
    }
    .into_any()
}

/// The address under which a PNG can be shown without being fetched.
pub fn picture_address(png: &[u8]) -> String {
    // A character for each byte, as `btoa` wants it.
    let text: String = png.iter().map(|byte| char::from(*byte)).collect();
    let encoded = dom::window().btoa(&text).unwrap_or_default();
    format!("data:image/png;base64,{encoded}")
}
