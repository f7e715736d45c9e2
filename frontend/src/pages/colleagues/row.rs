use super::outcome_badge;
use super::rows::{Row, TeamRows, is_settled};
use crate::components::{Glyph, Icon};
use crate::dom;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};

/// The id of a row's input.
pub(super) fn input_id(number: u32) -> String {
    format!("team-{number}")
}

/// An address, what came of it, and the way to take it away.
#[component]
pub(super) fn TeamRow(
    team: TeamRows,
    row: Row,
    on_typed: Callback<()>,
    on_left: Callback<()>,
) -> AnyView {
    let number = row.number;
    let place = move || {
        let at = team
            .rows
            .with(|rows| rows.iter().position(|row| row.number == number));
        at.unwrap_or_default() + 1
    };
    let message = move || row.result.get();
    let refused = move || message().is_some_and(|result| !is_settled(result.outcome));
    let note_id = format!("{}-note", input_id(number));
    let described = note_id.clone();
    let remove = move |_| {
        team.remove(number);
        on_typed.run(());
        on_left.run(());
        let last = team
            .rows
            .with_untracked(|rows| rows.last().map(|row| row.number));
        if let Some(last) = last {
            dom::soon(move || dom::focus(&input_id(last)));
        }
    };
    view! {
        <li class="grid grid-cols-[minmax(0,1fr)_auto] items-center gap-x-2 gap-y-1 sm:grid-cols-[minmax(0,3fr)_minmax(0,2fr)_auto]">
            <input
                id=input_id(number)
                class="input"
                class:input-error=refused
                class:bg-base-200=move || row.settled()
                type="email"
                autocomplete="off"
                autocapitalize="none"
                spellcheck="false"
                placeholder="name@company.com"
                aria-label=move || format!("Email of person {}", place())
                aria-invalid=move || refused().to_string()
                aria-describedby=described
                readonly=move || row.settled()
                prop:value=move || row.email.get()
                on:input=move |event| {
                    row.email.set(event_target_value(&event));
                    row.result.set(None);
                    on_typed.run(());
                }
                on:blur=move |_| on_left.run(())
                on:paste=move |event| {
                    if team.paste(number, &pasted(&event)) {
                        event.prevent_default();
                        row.result.set(None);
                        on_typed.run(());
                    }
                }
                on:keydown=move |event| {
                    if event.key() == "Enter" {
                        event.prevent_default();
                        next_row(team, number);
                    }
                }
            />
            <div id=note_id class="order-last col-span-2 min-w-0 max-sm:empty:hidden sm:order-none sm:col-span-1">
                {move || message().map(outcome_badge)}
            </div>
            <button
                type="button"
                class="btn btn-ghost btn-sm btn-square"
                aria-label=move || format!("Remove person {}", place())
                title="Remove"
                on:click=remove
            >
                <Icon glyph=Glyph::Cross class="size-4" />
            </button>
        </li>
    }
    .into_any()
}

/// Moves to the row below, which is made where there is none.
fn next_row(team: TeamRows, number: u32) {
    let below = team.rows.with_untracked(|rows| {
        let at = rows.iter().position(|row| row.number == number)?;
        rows.get(at + 1).map(|row| row.number)
    });
    let below = below.unwrap_or_else(|| team.add(String::new()));
    dom::soon(move || dom::focus(&input_id(below)));
}

fn pasted(event: &web_sys::Event) -> String {
    let text = || {
        let data = Reflect::get(event, &JsValue::from_str("clipboardData")).ok()?;
        let get = Reflect::get(&data, &JsValue::from_str("getData")).ok()?;
        let get = get.dyn_into::<js_sys::Function>().ok()?;
        get.call1(&data, &JsValue::from_str("text"))
            .ok()?
            .as_string()
    };
    text().unwrap_or_default()
}
