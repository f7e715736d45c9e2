use super::uploading::{KNOWN, Uploading};
use crate::components::{Button, Notice, RelativeTime, Tone};
use crate::pages::clients::imports::status::{state_words, tally};
use crate::route::Route;
use gangway_domain::wire::{ClientImport, ImportState};
use leptos::prelude::*;

/// Says that the same file was uploaded before, and leads there; nothing was added.
pub(super) fn known_file(uploading: Uploading) -> AnyView {
    let notice = move || {
        uploading
            .known
            .get()
            .map(|import| notice(uploading, &import))
    };
    view! {
        <div id=KNOWN tabindex="-1" class="outline-none empty:hidden">
            {notice}
        </div>
    }
    .into_any()
}

fn notice(uploading: Uploading, import: &ClientImport) -> AnyView {
    let (by, at, id) = (import.created_by.clone(), import.created_at, import.id);
    let standing = format!("{}: {}.", state_words(import), tally(import));
    let why = match import.state {
        ImportState::Done => {
            "Nothing was added. Have it checked once more to see what has changed since: rows that became clients are told as duplicates then."
        }
        _ => {
            "Nothing was added. Go on there, or have it checked once more if something was missing, such as a group."
        }
    };
    view! {
        <Notice tone=Tone::Wary title="This file was uploaded before" assertive=true>
            <p>
                {by} " uploaded it " <RelativeTime at /> ". " {standing}
            </p>
            <p>{why}</p>
            <div class="flex flex-wrap gap-3">
                <a class="btn btn-plain btn-sm" href=Route::Import(id).path()>
                    "Show that import"
                </a>
                <Button label="Check it once more" small=true on_press=move || uploading.send(true) />
            </div>
        </Notice>
    }
    .into_any()
}
