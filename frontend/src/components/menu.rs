use super::field_frame::fresh_id;
use super::{Glyph, Icon};
use crate::dom;
use leptos::prelude::*;
use wasm_bindgen::JsCast;

/// A line of a menu.
#[derive(Clone)]
pub struct MenuItem {
    /// The words.
    pub label: String,
    /// The picture beside them.
    pub glyph: Option<Glyph>,
    /// Whether it takes something away.
    pub danger: bool,
    /// Whether it is the present choice.
    pub chosen: bool,
    /// What it does.
    pub run: Callback<()>,
}

impl MenuItem {
    /// A line with a picture.
    pub fn new(
        glyph: Glyph,
        label: impl Into<String>,
        run: impl Fn() + Send + Sync + 'static,
    ) -> Self {
        Self {
            label: label.into(),
            glyph: Some(glyph),
            danger: false,
            chosen: false,
            run: Callback::new(move |()| run()),
        }
    }

    /// The same, for what takes something away.
    #[must_use]
    pub fn dangerous(mut self) -> Self {
        self.danger = true;
        self
    }

    /// The same, marked as the present choice.
    #[must_use]
    pub fn chosen(mut self, chosen: bool) -> Self {
        self.chosen = chosen;
        self
    }
}

/// A button that opens a menu: arrows move, Escape closes and gives the focus back.
#[component]
pub fn Menu(
    /// What the button says to a screen reader.
    #[prop(into)]
    label: String,
    #[prop(into)] items: Signal<Vec<MenuItem>>,
    /// Classes of the button.
    #[prop(default = "btn btn-ghost btn-sm btn-square")]
    class: &'static str,
    /// Opens upwards.
    #[prop(optional)]
    above: bool,
    /// Hangs from the left edge of the button instead of the right one.
    #[prop(optional)]
    from_left: bool,
    /// What stands above the lines.
    #[prop(optional, into)]
    heading: ViewFn,
    /// What the button shows.
    children: Children,
) -> AnyView {
    let open = RwSignal::new(false);
    let id = StoredValue::new(fresh_id());
    let button_id = move || format!("{}-button", id.get_value());
    let close = move |refocus: bool| {
        open.set(false);
        if refocus {
            dom::focus(&button_id());
        }
    };
    let shape = match (above, from_left) {
        (false, false) => "right-0 top-full mt-1",
        (false, true) => "left-0 top-full mt-1",
        (true, false) => "bottom-full right-0 mb-1",
        (true, true) => "bottom-full left-0 mb-1",
    };
    let lines = move || {
        let line = |(index, item): (usize, MenuItem)| {
            let line_id = format!("{}-{index}", id.get_value());
            let ink = if item.danger { "text-error" } else { "" };
            view! {
                <button
                    type="button"
                    role="menuitem"
                    id=line_id
                    tabindex="-1"
                    class=format!(
                        "flex w-full items-center gap-2 px-3 py-2 text-left text-sm hover:bg-base-200 focus:bg-base-200 {ink}",
                    )
                    on:click=move |_| {
                        close(true);
                        item.run.run(());
                    }
                >
                    {item.glyph.map(|glyph| view! { <Icon glyph class="size-4" /> })}
                    <span class="min-w-0 grow">{item.label}</span>
                    {item
                        .chosen
                        .then(|| {
                            view! {
                                <Icon glyph=Glyph::Check class="size-4" />
                                <span class="sr-only">"(chosen)"</span>
                            }
                        })}
                </button>
            }
            .into_any()
        };
        items
            .get()
            .into_iter()
            .enumerate()
            .map(line)
            .collect::<Vec<_>>()
    };
    let heading = StoredValue::new(heading);
    let move_by = move |key: &str| {
        let count = items.with_untracked(Vec::len);
        let prefix = format!("{}-", id.get_value());
        let at = dom::window()
            .document()
            .and_then(|page| page.active_element())
            .and_then(|element| element.id().strip_prefix(&prefix)?.parse::<usize>().ok());
        let to = match (key, at) {
            ("ArrowDown", Some(at)) => (at + 1) % count.max(1),
            ("ArrowUp", Some(at)) => (at + count.saturating_sub(1)) % count.max(1),
            ("End", _) | ("ArrowUp", None) => count.saturating_sub(1),
            _ => 0,
        };
        dom::focus(&format!("{prefix}{to}"));
    };
    view! {
        <div
            class="relative inline-block"
            on:keydown=move |event| match event.key().as_str() {
                "Escape" if open.get_untracked() => {
                    event.prevent_default();
                    event.stop_propagation();
                    close(true);
                }
                key @ ("ArrowDown" | "ArrowUp" | "Home" | "End") => {
                    event.prevent_default();
                    let key = key.to_owned();
                    open.set(true);
                    dom::soon(move || move_by(&key));
                }
                "Tab" => open.set(false),
                _ => {}
            }
            on:focusout=move |event| {
                let here = event.current_target().and_then(|at| at.dyn_into::<web_sys::Node>().ok());
                let to = event.related_target().and_then(|to| to.dyn_into::<web_sys::Node>().ok());
                if let (Some(here), Some(to)) = (here, to)
                    && !here.contains(Some(&to))
                {
                    open.set(false);
                }
            }
        >
            <button
                type="button"
                id=button_id
                class=class
                aria-label=label.clone()
                title=label.clone()
                aria-haspopup="menu"
                aria-expanded=move || open.get().to_string()
                on:click=move |_| {
                    open.update(|open| *open = !*open);
                    dom::soon(move || move_by("Home"));
                }
            >
                {children()}
            </button>
            <Show when=move || open.get()>
                <div class="fixed inset-0 z-30" on:click=move |_| close(false)></div>
                <div class=format!(
                    "absolute z-40 w-max min-w-48 max-w-72 rounded border border-hairline bg-base-100 py-1 shadow-card {shape}",
                )>
                    {heading.with_value(ViewFn::run)}
                    <div role="menu" aria-label=label.clone()>
                        {lines}
                    </div>
                </div>
            </Show>
        </div>
    }
    .into_any()
}
