use super::chosen_file::{ChosenFile, file_error, read_file};
use super::field_frame::fresh_id;
use super::{Button, FailureAlert, Glyph, Icon, Look};
use crate::dom;
use gangway_api_client::Failure;
use leptos::ev::DragEvent;
use leptos::prelude::*;
use web_sys::FileList;

/// Bytes that the server takes at most.
const MOST_BYTES: f64 = 5_000_000.0;
const TOO_LARGE: &str = "The file is too large. At most 5 MB are taken.";
/// What the dialog of the browser offers; the server looks for itself.
const KINDS: &str = "image/png,image/jpeg,image/webp,image/gif";

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
    let id = fresh_id();
    let (hint_id, error_id) = (format!("{id}-hint"), format!("{id}-error"));
    let wrong = RwSignal::new(None::<String>);
    let over = RwSignal::new(false);
    let busy = Signal::derive(move || uploading.get() || removing.get());
    let take = move |files: Option<FileList>| {
        let file = files.and_then(|files| files.get(0));
        if let Some(file) = file.filter(|_| !busy.get_untracked()) {
            read_file(file, MOST_BYTES, TOO_LARGE, wrong, on_choose);
        }
    };
    let drop = move |event: DragEvent| {
        event.prevent_default();
        over.set(false);
        take(event.data_transfer().and_then(|carried| carried.files()));
    };
    let (input, named) = (id.clone(), label.clone());
    let described = {
        let (hint, error) = (hint_id.clone(), error_id.clone());
        move || match wrong.get() {
            Some(_) => format!("{hint} {error}"),
            None => hint.clone(),
        }
    };
    view! {
        <div
            role="group"
            aria-label=label
            aria-describedby=described
            class="flex flex-wrap items-center gap-4 rounded border border-dashed border-hairline p-4"
            class:border-primary=move || over.get()
            on:dragover=move |event: DragEvent| {
                event.prevent_default();
                over.set(true);
            }
            on:dragleave=move |_| over.set(false)
            on:drop=drop
        >
            {move || preview(shown.get(), &named)}
            <div class="min-w-0 space-y-2">
                <input
                    id=id
                    class="sr-only"
                    type="file"
                    accept=KINDS
                    tabindex="-1"
                    aria-hidden="true"
                    on:change=move |event| {
                        let input = event_target::<web_sys::HtmlInputElement>(&event);
                        take(input.files());
                        // The same file can be chosen again.
                        input.set_value("");
                    }
                />
                <div class="flex flex-wrap gap-2">
                    {choose(input, shown, uploading, busy)}
                    {remove(shown, removing, busy, on_remove)}
                </div>
                <p class="text-sm text-muted" id=hint_id>
                    "PNG, JPEG, WebP or GIF, up to 5 MB. You can also drop the file here."
                </p>
                {move || wrong.get().map(|words| file_error(words, &error_id))}
                <FailureAlert failure />
            </div>
        </div>
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
    input: String,
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
    let open = move || {
        if let Some(input) = dom::element(&input) {
            input.click();
        }
    };
    let waits = Signal::derive(move || busy.get() && !uploading.get());
    view! {
        <Button
            label=Signal::derive(words)
            on_press=open
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
