//! What the application asks of the browser itself.

use leptos::prelude::{window as leptos_window, window_event_listener_untyped};
use std::cell::Cell;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{HtmlDocument, HtmlElement, Storage, Window};

/// The window.
pub fn window() -> Window {
    leptos_window()
}

/// What is kept for this tab alone; none where the browser forbids it.
pub fn tab_storage() -> Option<Storage> {
    window().session_storage().ok().flatten()
}

/// Nothing is kept for this tab any more.
pub fn clear_tab_storage() {
    if let Some(storage) = tab_storage() {
        let _ = storage.clear();
    }
}

/// The element of that id.
pub fn element(id: &str) -> Option<HtmlElement> {
    window().document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Moves the focus to the element of that id.
pub fn focus(id: &str) {
    if let Some(element) = element(id) {
        let _ = element.focus();
    }
}

/// Moves the focus to the page's heading, so that a screen reader begins there.
pub fn focus_heading() {
    let heading = window()
        .document()
        .and_then(|page| page.query_selector("main h1").ok().flatten());
    if let Some(heading) = heading.and_then(|heading| heading.dyn_into::<HtmlElement>().ok()) {
        let _ = heading.focus();
    }
}

/// Names the page in the browser's tab.
pub fn set_title(title: &str) {
    if let Some(document) = window().document() {
        document.set_title(&format!("{title} · Gangway"));
    }
}

/// Runs something after this turn of the browser, when what was rendered is there.
pub fn soon(run: impl FnOnce() + 'static) {
    leptos::prelude::request_animation_frame(run);
}

thread_local! {
    static PRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Learns from now on when a mouse button or a finger is down.
pub fn follow_presses() {
    for (event, down) in [
        ("pointerdown", true),
        ("pointerup", false),
        ("pointercancel", false),
    ] {
        window_event_listener_untyped(event, move |_| PRESSED.set(down));
    }
}

/// Whether a mouse button or a finger is down. What moves then is no longer beneath it when it is
/// let go, and the press is lost.
pub fn is_pressed() -> bool {
    PRESSED.get()
}

fn html_document() -> Option<HtmlDocument> {
    window().document()?.dyn_into().ok()
}

/// A cookie scripts may read: looks, and whether there is a session; never whose.
pub fn cookie(name: &str) -> Option<String> {
    let all = html_document()?.cookie().ok()?;
    let mut pairs = all
        .split(';')
        .filter_map(|pair| pair.trim().split_once('='));
    pairs
        .find(|(known, _)| *known == name)
        .map(|(_, value)| value.to_owned())
}

/// Keeps a cookie for a year; an empty value removes it.
pub fn set_cookie(name: &str, value: &str) {
    let seconds = if value.is_empty() { 0 } else { 31_536_000 };
    if let Some(document) = html_document() {
        let _ = document.set_cookie(&format!(
            "{name}={value}; Path=/; Max-Age={seconds}; SameSite=Lax"
        ));
    }
}

/// Keeps a cookie that goes with the session, for as long as the server's own hint.
pub fn set_hint(name: &str, value: &str) {
    if let Some(document) = html_document() {
        let _ = document.set_cookie(&format!(
            "{name}={value}; Path=/; Max-Age=2592000; SameSite=Strict; Secure"
        ));
    }
}

/// Removes a cookie that the server set, or [`set_hint`].
pub fn forget_cookie(name: &str) {
    if let Some(document) = html_document() {
        let _ = document.set_cookie(&format!(
            "{name}=; Path=/; Max-Age=0; SameSite=Strict; Secure"
        ));
    }
}

/// Whether the browser believes to be connected.
pub fn is_online() -> bool {
    window().navigator().on_line()
}

/// Loads the application anew.
pub fn reload() {
    let _ = window().location().reload();
}

/// Puts text on the clipboard. False where the browser does not let us.
pub async fn copy(text: &str) -> bool {
    let clipboard = js_sys::Reflect::get(&window().navigator(), &JsValue::from_str("clipboard"));
    if clipboard.is_ok_and(|clipboard| clipboard.is_undefined()) {
        return false;
    }
    let written = window().navigator().clipboard().write_text(text);
    wasm_bindgen_futures::JsFuture::from(written).await.is_ok()
}

/// The viewer's time zone by its tz name.
pub fn time_zone() -> String {
    let options = js_sys::Intl::DateTimeFormat::default().resolved_options();
    js_sys::Reflect::get(&options, &JsValue::from_str("timeZone"))
        .ok()
        .and_then(|zone| zone.as_string())
        .unwrap_or_default()
}
