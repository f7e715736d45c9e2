use super::public_page::Wordmark;
use super::{Glyph, Icon, ThemeMenu};
use crate::dom;
use crate::route::Route;
use crate::times;
use leptos::prelude::*;

/// A line of the sidebar.
#[derive(Clone, Debug, PartialEq)]
pub struct NavItem {
    /// Where it leads.
    pub route: Route,
    /// The words.
    pub label: String,
    /// The picture beside them.
    pub glyph: Glyph,
    /// How many things wait there, and what one is: "unread conversation".
    pub waiting: Option<(Signal<Option<u64>>, &'static str)>,
}

const DRAWER: &str = "drawer-button";

/// The signed-in frame: sidebar, or a drawer under 1024 px; header; content.
#[component]
pub fn Frame(
    #[prop(into)] items: Signal<Vec<NavItem>>,
    #[prop(into)] here: Signal<Route>,
    /// The header's left: where one acts.
    #[prop(into)]
    place: ViewFn,
    /// The header's right: who one is.
    #[prop(into)]
    person: ViewFn,
    children: Children,
) -> AnyView {
    let open = RwSignal::new(false);
    Effect::new(move |_| {
        here.track();
        open.set(false);
    });
    let close = move || {
        open.set(false);
        dom::focus(DRAWER);
    };
    view! {
        <div class="min-h-dvh lg:pl-60">
            <aside
                class="fixed inset-y-0 left-0 z-40 w-60 flex-col border-r border-hairline bg-base-100 lg:flex"
                class:hidden=move || !open.get()
                class:flex=move || open.get()
                on:keydown=move |event| {
                    if event.key() == "Escape" {
                        close();
                    }
                }
            >
                <div class="flex h-14 items-center justify-between px-4">
                    <Wordmark />
                    <button
                        type="button"
                        class="btn btn-ghost btn-sm btn-square lg:hidden"
                        aria-label="Close menu"
                        on:click=move |_| close()
                    >
                        <Icon glyph=Glyph::Cross />
                    </button>
                </div>
                <Nav items here />
            </aside>
            <Show when=move || open.get()>
                <div class="fixed inset-0 z-30 bg-black/40 lg:hidden" on:click=move |_| close()></div>
            </Show>
            <header class="sticky top-0 z-20 flex h-14 items-center gap-2 border-b border-hairline bg-base-100 px-4 sm:px-6">
                <button
                    type="button"
                    id=DRAWER
                    class="btn btn-ghost btn-sm btn-square -ml-2 lg:hidden"
                    aria-label="Open menu"
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| {
                        open.set(true);
                        dom::soon(|| dom::focus("nav-0"));
                    }
                >
                    <Icon glyph=Glyph::Menu />
                </button>
                <div class="min-w-0 grow">{place.run()}</div>
                <ThemeMenu />
                {person.run()}
            </header>
            <main id="main" class="mx-auto max-w-[1200px] px-4 py-6 sm:px-6 sm:py-8">
                {children()}
            </main>
        </div>
    }
    .into_any()
}

/// How many things wait, where some do.
fn waiting(count: Signal<Option<u64>>, what: &'static str) -> AnyView {
    let shown = move || {
        let count = count.get().filter(|count| *count > 0)?;
        let words = if count > 99 {
            "99+".to_owned()
        } else {
            count.to_string()
        };
        Some(view! {
            <span class="rounded-full bg-primary px-2 text-xs font-semibold text-primary-content">
                <span aria-hidden="true">{words}</span>
                <span class="sr-only">{times::counted(i64::try_from(count).unwrap_or(i64::MAX), what)}</span>
            </span>
        })
    };
    (move || shown()).into_any()
}

#[component]
fn Nav(items: Signal<Vec<NavItem>>, here: Signal<Route>) -> AnyView {
    let line = move |(index, item): (usize, NavItem)| {
        let route = item.route;
        let current = Signal::derive(move || {
            let here = here.get().page();
            here == route
                || matches!(
                    (here, route),
                    (
                        Route::NewClientRecord
                            | Route::Client(_)
                            | Route::EditClient(_)
                            | Route::Imports
                            | Route::NewImport
                            | Route::Import(_),
                        Route::Clients
                    ) | (Route::TechGroups, Route::Users)
                        | (Route::ApiKeys | Route::CustomFields, Route::Settings)
                        | (Route::NewSchedule | Route::Schedule(_), Route::Availability)
                        | (Route::TextingSettings, Route::Messages)
                )
        });
        view! {
            <li>
                <a
                    id=format!("nav-{index}")
                    href=route.path()
                    class="flex items-center gap-3 rounded px-3 py-2 text-sm hover:bg-base-200"
                    class:bg-base-200=move || current.get()
                    class:font-semibold=move || current.get()
                    aria-current=move || current.get().then_some("page")
                >
                    <Icon glyph=item.glyph />
                    <span class="min-w-0 grow truncate">{item.label}</span>
                    {item.waiting.map(|(count, what)| waiting(count, what))}
                </a>
            </li>
        }
        .into_any()
    };
    let lines = move || {
        items
            .get()
            .into_iter()
            .enumerate()
            .map(line)
            .collect::<Vec<_>>()
    };
    view! {
        <nav aria-label="Main" class="grow overflow-y-auto p-3">
            <ul class="space-y-1">{lines}</ul>
        </nav>
    }
    .into_any()
}
