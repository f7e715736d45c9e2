use super::{Glyph, Icon, Menu, MenuItem};
use crate::dom;
use leptos::prelude::*;

const COOKIE: &str = "gangway-theme";
const CHOICES: [(&str, &str, Glyph); 3] = [
    ("gangway-light", "Light", Glyph::Sun),
    ("gangway-dark", "Dark", Glyph::Moon),
    ("", "As the system", Glyph::Screen),
];

/// Shows the theme chosen earlier; without a choice the style sheet follows the system.
pub fn apply_kept_theme() {
    apply(&dom::cookie(COOKIE).unwrap_or_default());
}

fn apply(theme: &str) {
    let Some(root) = dom::window()
        .document()
        .and_then(|page| page.document_element())
    else {
        return;
    };
    let known = CHOICES
        .iter()
        .any(|(value, ..)| !value.is_empty() && *value == theme);
    let _ = if known {
        root.set_attribute("data-theme", theme)
    } else {
        root.remove_attribute("data-theme")
    };
}

/// Light, dark, or as the system.
#[component]
pub fn ThemeMenu() -> AnyView {
    let theme = RwSignal::new(dom::cookie(COOKIE).unwrap_or_default());
    let items = move || {
        let item = |(value, words, glyph): (&'static str, &'static str, Glyph)| {
            let choose = move || {
                dom::set_cookie(COOKIE, value);
                apply(value);
                theme.set(value.to_owned());
            };
            MenuItem::new(glyph, words, choose).chosen(theme.get() == value)
        };
        CHOICES.into_iter().map(item).collect::<Vec<_>>()
    };
    let glyph = move || match theme.get().as_str() {
        "gangway-light" => Glyph::Sun,
        "gangway-dark" => Glyph::Moon,
        _ => Glyph::Screen,
    };
    view! {
        <Menu label="Theme" items=Signal::derive(items)>
            {move || view! { <Icon glyph=glyph() /> }}
        </Menu>
    }
    .into_any()
}
