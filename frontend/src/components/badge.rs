use super::{Glyph, Icon};
use leptos::prelude::*;

/// What a badge means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    Good,
    Bad,
    Wary,
    Active,
    Neutral,
}

impl Tone {
    const fn class(self) -> &'static str {
        match self {
            Self::Good => "text-success",
            Self::Bad => "text-error",
            Self::Wary => "text-warning",
            Self::Active => "text-info",
            Self::Neutral => "text-muted",
        }
    }
}

/// A state as an icon and a word; the colour only helps.
#[component]
pub fn StatusBadge(
    tone: Tone,
    glyph: Glyph,
    #[prop(into)] label: String,
    /// For a sentence, which may take several lines.
    #[prop(optional)]
    wrap: bool,
) -> AnyView {
    let wrapping = if wrap { "" } else { "whitespace-nowrap" };
    view! {
        <span class=format!(
            "inline-flex items-center gap-1 text-sm {wrapping} {}",
            tone.class(),
        )>
            <Icon glyph class="size-4" />
            {label}
        </span>
    }
    .into_any()
}
