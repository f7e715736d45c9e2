use super::progress::Spinner;
use super::{Glyph, Icon};
use leptos::prelude::*;

/// How much a button calls for attention.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Look {
    /// The one action of a page or dialog.
    Primary,
    /// Any other action.
    #[default]
    Plain,
    /// An action within a line of text or a menu bar.
    Quiet,
    /// Takes something away.
    Danger,
}

impl Look {
    pub(super) const fn class(self) -> &'static str {
        match self {
            Self::Primary => "btn btn-primary aria-busy:bg-primary aria-busy:text-primary-content",
            Self::Plain => "btn btn-plain",
            Self::Quiet => "btn btn-ghost",
            Self::Danger => "btn btn-error aria-busy:bg-error aria-busy:text-error-content",
        }
    }
}

/// A button. While busy it says what it does and cannot be pressed again.
#[component]
pub fn Button(
    #[prop(into)] label: Signal<String>,
    #[prop(into)] on_press: Callback<()>,
    #[prop(optional)] look: Look,
    #[prop(optional)] icon: Option<Glyph>,
    #[prop(optional)] small: bool,
    #[prop(optional, into)] busy: Signal<bool>,
    /// What the button says while busy.
    #[prop(optional, into)]
    busy_label: Option<String>,
    #[prop(optional, into)] disabled: Signal<bool>,
    /// More classes.
    #[prop(optional)]
    class: &'static str,
) -> AnyView {
    let size = if small { "btn-sm" } else { "" };
    let words = move || match &busy_label {
        Some(busy_label) if busy.get() => busy_label.clone(),
        _ => label.get(),
    };
    view! {
        <button
            type="button"
            class=format!("{} {size} {class}", look.class())
            aria-disabled=move || (busy.get() || disabled.get()).to_string()
            aria-busy=move || busy.get().to_string()
            class:btn-disabled=move || disabled.get()
            on:click=move |_| {
                if !busy.get_untracked() && !disabled.get_untracked() {
                    on_press.run(());
                }
            }
        >
            {move || {
                if busy.get() {
                    view! { <Spinner /> }.into_any()
                } else {
                    icon.map(|glyph| view! { <Icon glyph class="size-4" /> }).into_any()
                }
            }}
            {words}
        </button>
    }
    .into_any()
}
