//! Parts of the application that a browser loads when somebody first needs them: who follows a
//! mailed link does not wait for pages that only others see. docs/adr/0016 says how it is built.
#![expect(
    clippy::unnecessary_wraps,
    reason = "a part's entry never fails, but loading it may, and has the same type"
)]

use crate::app;
use crate::components::{Button, Notice, Tone};
use crate::route::{self, Route};
use crate::{dom, pages::shell};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos::wasm_split::{SplitLoaderError, wasm_split};
use std::cell::Cell;
use std::time::Duration;

/// Pages that are loaded together. The names stand in file names and in start.js.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The set-up of a client.
    SetUp,
    /// What a client's people see afterwards.
    Client,
    /// Where a partner's people arrive.
    Start,
    /// What else a partner's people see.
    Staff,
    /// A person's own account.
    Account,
}

/// Shows the page of a part at an address.
type Pages = fn(Route) -> AnyView;

#[wasm_split(set_up, wasm_split_path = ::leptos::wasm_split, fallible)]
fn set_up() -> Result<Pages, SplitLoaderError> {
    Ok(app::set_up)
}

#[wasm_split(client, wasm_split_path = ::leptos::wasm_split, fallible)]
fn client() -> Result<Pages, SplitLoaderError> {
    Ok(app::client)
}

#[wasm_split(start, wasm_split_path = ::leptos::wasm_split, fallible)]
fn start() -> Result<Pages, SplitLoaderError> {
    Ok(app::start)
}

#[wasm_split(staff, wasm_split_path = ::leptos::wasm_split, fallible)]
fn staff() -> Result<Pages, SplitLoaderError> {
    Ok(app::staff)
}

#[wasm_split(account, wasm_split_path = ::leptos::wasm_split, fallible)]
fn account() -> Result<Pages, SplitLoaderError> {
    Ok(app::account)
}

thread_local! {
    static THERE: Cell<[Option<Pages>; 5]> = const { Cell::new([None; 5]) };
}

/// How long a page has the line to itself before the next part is fetched.
const QUIET: Duration = Duration::from_secs(4);

/// The cookie by which start.js knows what to load when the person comes back.
const HINT: &str = "gangway-part";

impl Part {
    const fn name(self) -> &'static str {
        match self {
            Self::SetUp => "set_up",
            Self::Client => "client",
            Self::Start => "start",
            Self::Staff => "staff",
            Self::Account => "account",
        }
    }

    /// What is needed next, and fetched when the page at hand has had its time.
    const fn next(self) -> Option<Self> {
        match self {
            Self::SetUp => Some(Self::Client),
            Self::Start => Some(Self::Staff),
            Self::Client | Self::Staff | Self::Account => None,
        }
    }

    /// The pages, where they were loaded before.
    fn there(self) -> Option<Pages> {
        THERE.get().get(self as usize).copied().flatten()
    }

    async fn load(self) -> Result<Pages, SplitLoaderError> {
        let pages = match self {
            Self::SetUp => set_up().await,
            Self::Client => client().await,
            Self::Start => start().await,
            Self::Staff => staff().await,
            Self::Account => account().await,
        }?;
        let mut there = THERE.get();
        if let Some(place) = there.get_mut(self as usize) {
            *place = Some(pages);
        }
        THERE.set(there);
        Ok(pages)
    }
}

/// How loading fares.
#[derive(Clone, Copy)]
enum State {
    Loading,
    There(Pages),
    Failed,
}

/// Shows a page of a part, once the part is there.
pub fn show(part: Part, route: Route) -> AnyView {
    let state = RwSignal::new(part.there().map_or(State::Loading, State::There));
    let tries = StoredValue::new(0_u32);
    if part.there().is_none() {
        load(part, state);
    }
    let again = Callback::new(move |()| {
        tries.update_value(|tries| *tries += 1);
        if tries.get_value() > 1 && dom::is_online() {
            // Files of an earlier release may be gone; the page knows the new names.
            dom::reload();
        } else {
            state.set(State::Loading);
            load(part, state);
        }
    });
    remember(part);
    if let Some(next) = part.next() {
        set_timeout(move || prepare(next), QUIET);
    }
    (move || match state.get() {
        State::Loading => shell::waiting(),
        State::There(pages) => pages(route),
        State::Failed => not_loaded(again),
    })
    .into_any()
}

/// Loads a part that is needed soon; whether that works shows when it is needed.
pub fn prepare(part: Part) {
    if part.there().is_none() {
        spawn_local(async move {
            let _ = part.load().await;
        });
    }
}

fn load(part: Part, state: RwSignal<State>) {
    spawn_local(async move {
        let loaded = part.load().await;
        if state
            .try_set(loaded.map_or(State::Failed, State::There))
            .is_none()
            && route::has_moved()
        {
            dom::soon(|| dom::soon(dom::focus_heading));
        }
    });
}

fn remember(part: Part) {
    let name = part.name();
    if part != Part::Account && dom::cookie(HINT).as_deref() != Some(name) {
        dom::set_hint(HINT, name);
    }
}

/// Forgets which part the person who signs out used.
pub fn forget() {
    dom::forget_cookie(HINT);
}

fn not_loaded(again: Callback<()>) -> AnyView {
    view! {
        <div class="mx-auto max-w-[1200px] p-8">
            <Notice tone=Tone::Bad title="This page could not be loaded" assertive=true>
                <p>"Check that you are connected to the internet, then try again."</p>
                <Button label="Try again" on_press=again small=true />
            </Notice>
        </div>
    }
    .into_any()
}
