use super::field_frame::fresh_id;
use super::{Glyph, Icon};
use leptos::html;
use leptos::prelude::*;

/// The browser's own dialog: it holds the focus, closes on Escape and gives the focus back.
#[component]
pub fn Dialog(
    open: RwSignal<bool>,
    #[prop(into)] title: Signal<String>,
    /// As wide as a longer form needs.
    #[prop(optional)]
    wide: bool,
    /// While true, the dialog cannot be closed.
    #[prop(optional, into)]
    held: Signal<bool>,
    children: ChildrenFn,
) -> AnyView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = fresh_id();
    let labelled_by = title_id.clone();
    Effect::new(move |_| {
        let (Some(dialog), wanted) = (node.get(), open.get()) else {
            return;
        };
        if wanted && !dialog.open() {
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
            dialog.close();
        }
    });
    let width = if wide {
        "modal-box max-w-2xl"
    } else {
        "modal-box max-w-lg"
    };
    view! {
        <dialog
            node_ref=node
            class="modal modal-bottom sm:modal-middle"
            aria-labelledby=labelled_by
            on:cancel=move |event: web_sys::Event| {
                if held.get_untracked() {
                    event.prevent_default();
                }
            }
            on:close=move |_| open.set(false)
        >
            <div class=format!("{width} border border-hairline p-0 shadow-card")>
                <div class="dialog-head flex items-start justify-between gap-4">
                    <h2 id=title_id>{move || title.get()}</h2>
                    <button
                        type="button"
                        class="btn btn-ghost btn-sm btn-square -mr-2 -mt-1"
                        aria-label="Close"
                        on:click=move |_| {
                            if !held.get_untracked() {
                                open.set(false);
                            }
                        }
                    >
                        <Icon glyph=Glyph::Cross />
                    </button>
                </div>
                <div class="px-6 pb-6">
                    <Show when=move || open.get()>{children()}</Show>
                </div>
            </div>
        </dialog>
    }
    .into_any()
}
