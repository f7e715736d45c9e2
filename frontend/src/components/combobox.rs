use super::field_frame::{FieldFrame, Wiring};
use super::{FormState, Glyph, Icon};
use crate::dom;
use leptos::prelude::*;

/// Most choices shown at once; typing narrows them down.
const SHOWN: usize = 80;

/// One of many: type to narrow down, arrows and Enter to choose.
#[component]
pub fn Combobox(
    form: FormState,
    #[prop(into)] pointer: String,
    #[prop(into)] label: String,
    /// The chosen value, not its words.
    value: RwSignal<String>,
    /// Value and words of each choice.
    #[prop(into)]
    options: Signal<Vec<(String, String)>>,
    #[prop(optional, into)] hint: Option<String>,
    #[prop(optional)] optional: bool,
    #[prop(default = "off")] autocomplete: &'static str,
    /// Called when another choice is made.
    #[prop(optional, into)]
    on_left: Option<Callback<()>>,
) -> AnyView {
    let wiring = Wiring::new(form, pointer, &label);
    wiring.follow(value);
    let (id, left) = (wiring.id.clone(), wiring.clone());
    let (described, invalid, red) = (wiring.clone(), wiring.clone(), wiring.clone());
    let has_hint = hint.is_some();
    let list = Choices::new(format!("{id}-list"), value, options, on_left);
    let clears = optional;
    let (list_id, owned_id) = (list.id.get_value(), list.id.get_value());
    let list_label = "Choices";
    view! {
        <FieldFrame wiring label hint optional>
            <div class="relative">
                <input
                    id=id
                    class="input scroll-mt-28 pr-10"
                    class:input-error=move || red.error().is_some()
                    type="text"
                    role="combobox"
                    autocomplete=autocomplete
                    spellcheck="false"
                    aria-autocomplete="list"
                    aria-expanded=move || list.open.get().to_string()
                    aria-controls=owned_id
                    aria-activedescendant=move || list.active_id()
                    aria-required=(!optional).to_string()
                    aria-invalid=move || invalid.invalid()
                    aria-describedby=move || described.described_by(has_hint)
                    prop:value=move || list.text()
                    on:input=move |event| list.type_in(event_target_value(&event))
                    on:click=move |_| list.show()
                    on:change=move |event| list.take_filled_in(&event_target_value(&event))
                    on:keydown=move |event| {
                        if list.key(&event.key()) {
                            event.prevent_default();
                            event.stop_propagation();
                        }
                    }
                    on:blur=move |event| {
                        if clears {
                            list.clear_if_emptied();
                        }
                        list.hide();
                        left.form.left(&left.pointer, &event);
                    }
                />
                <span class="pointer-events-none absolute right-3 top-2.5 z-1 text-muted">
                    <Icon glyph=Glyph::ChevronDown />
                </span>
                <ul
                    id=list_id
                    role="listbox"
                    aria-label=list_label
                    class="absolute z-20 mt-1 max-h-64 w-full overflow-y-auto rounded border border-hairline bg-base-100 py-1 shadow-card"
                    class:hidden=move || !list.open.get()
                >
                    {move || list.rows()}
                </ul>
            </div>
        </FieldFrame>
    }
    .into_any()
}

/// The open list and what was typed into it.
#[derive(Clone, Copy)]
struct Choices {
    id: StoredValue<String>,
    value: RwSignal<String>,
    options: Signal<Vec<(String, String)>>,
    open: RwSignal<bool>,
    /// What was typed since the list opened; none shows the chosen words.
    typed: RwSignal<Option<String>>,
    active: RwSignal<usize>,
    matches: Memo<Vec<(String, String)>>,
    on_chosen: Option<Callback<()>>,
}

impl Choices {
    fn new(
        id: String,
        value: RwSignal<String>,
        options: Signal<Vec<(String, String)>>,
        on_chosen: Option<Callback<()>>,
    ) -> Self {
        let typed = RwSignal::new(None::<String>);
        let matches = Memo::new(move |_| {
            let wanted = plain(&typed.get().unwrap_or_default());
            options.with(|options| {
                let fits = |(value, words): &&(String, String)| {
                    plain(words).contains(&wanted) || plain(value).contains(&wanted)
                };
                options.iter().filter(fits).cloned().collect::<Vec<_>>()
            })
        });
        Self {
            id: StoredValue::new(id),
            value,
            options,
            open: RwSignal::new(false),
            typed,
            active: RwSignal::new(0),
            matches,
            on_chosen,
        }
    }

    fn text(self) -> String {
        if let Some(typed) = self.typed.get() {
            return typed;
        }
        let value = self.value.get();
        self.options.with(|options| {
            let chosen = options.iter().find(|(known, _)| *known == value);
            chosen.map_or(value.clone(), |(_, words)| words.clone())
        })
    }

    fn type_in(self, text: String) {
        self.typed.set(Some(text));
        self.active.set(0);
        self.open.set(true);
    }

    /// Takes what the browser filled in by itself, when it is one of the choices.
    fn take_filled_in(self, text: &str) {
        let wanted = plain(text);
        let found = self.options.with_untracked(|options| {
            let mut fits = options
                .iter()
                .filter(|(value, words)| plain(words) == wanted || plain(value) == wanted);
            fits.next().map(|(value, _)| value.clone())
        });
        if let Some(value) = found {
            self.choose(value);
        }
    }

    fn show(self) {
        if self.open.get_untracked() {
            return;
        }
        let value = self.value.get_untracked();
        self.open.set(true);
        let at = self
            .matches
            .with_untracked(|all| all.iter().position(|(known, _)| *known == value));
        self.active.set(at.unwrap_or(0).min(SHOWN - 1));
        self.reveal();
    }

    fn hide(self) {
        self.open.set(false);
        self.typed.set(None);
    }

    /// Chooses nothing where the text was taken out and something need not be chosen.
    fn clear_if_emptied(self) {
        let emptied =
            |typed: &Option<String>| typed.as_ref().is_some_and(|text| text.trim().is_empty());
        if self.typed.with_untracked(emptied) {
            self.choose(String::new());
        }
    }

    fn choose(self, value: String) {
        let changed = self.value.get_untracked() != value;
        self.value.set(value);
        self.hide();
        if let Some(on_chosen) = self.on_chosen.filter(|_| changed) {
            on_chosen.run(());
        }
    }

    /// Acts on a key; whether it did.
    fn key(self, key: &str) -> bool {
        let open = self.open.get_untracked();
        let last = self
            .matches
            .with_untracked(Vec::len)
            .min(SHOWN)
            .saturating_sub(1);
        let active = self.active.get_untracked();
        match (key, open) {
            ("ArrowDown" | "ArrowUp", false) => self.show(),
            ("ArrowDown", true) => self.active.set((active + 1).min(last)),
            ("ArrowUp", true) => self.active.set(active.saturating_sub(1)),
            ("PageDown", true) => self.active.set((active + 8).min(last)),
            ("PageUp", true) => self.active.set(active.saturating_sub(8)),
            ("Escape", true) => self.hide(),
            ("Enter", true) => {
                let chosen = self.matches.with_untracked(|all| all.get(active).cloned());
                if let Some((value, _)) = chosen {
                    self.choose(value);
                }
            }
            _ => return false,
        }
        self.reveal();
        true
    }

    fn reveal(self) {
        dom::soon(move || {
            let active = untrack(|| self.active_id());
            if let Some(row) = active.and_then(|id| dom::element(&id))
                && let Some(list) = dom::element(&self.id.get_value())
            {
                let (top, height) = (row.offset_top(), row.offset_height());
                if top < list.scroll_top() {
                    list.set_scroll_top(top);
                } else if top + height > list.scroll_top() + list.client_height() {
                    list.set_scroll_top(top + height - list.client_height());
                }
            }
        });
    }

    fn active_id(self) -> Option<String> {
        let open = self.open.get() && !self.matches.with(Vec::is_empty);
        open.then(|| format!("{}-{}", self.id.get_value(), self.active.get()))
    }

    fn rows(self) -> AnyView {
        if !self.open.get() {
            return ().into_any();
        }
        let (all, id) = (self.matches.get(), self.id.get_value());
        let hidden = all.len().saturating_sub(SHOWN);
        let rows: Vec<_> = all
            .into_iter()
            .take(SHOWN)
            .enumerate()
            .map(|(index, (value, words))| self.row(index, format!("{id}-{index}"), value, words))
            .collect();
        let empty = rows.is_empty();
        view! {
            {rows}
            {empty
                .then(|| view! { <li class="px-3 py-2 text-sm text-muted">"Nothing matches. Type less or something else."</li> })}
            {(hidden > 0)
                .then(|| {
                    view! {
                        <li class="px-3 py-2 text-xs text-muted">
                            {format!("And {hidden} more. Type to find them.")}
                        </li>
                    }
                })}
        }
        .into_any()
    }

    fn row(self, index: usize, id: String, value: String, words: String) -> AnyView {
        let chosen = self.value.get_untracked() == value;
        view! {
            <li
                id=id
                role="option"
                aria-selected=chosen.to_string()
                class="flex cursor-pointer items-center justify-between gap-2 px-3 py-2 text-sm"
                class:bg-base-200=move || self.active.get() == index
                class:font-semibold=chosen
                on:mousedown=move |event| {
                    event.prevent_default();
                    self.choose(value.clone());
                }
            >
                {words}
                {chosen.then(|| view! { <Icon glyph=Glyph::Check class="size-4" /> })}
            </li>
        }
        .into_any()
    }
}

/// For comparing: small letters, marks of zone names as blanks.
fn plain(text: &str) -> String {
    text.to_lowercase().replace(['_', '/', ','], " ")
}
