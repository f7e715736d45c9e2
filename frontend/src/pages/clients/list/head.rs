use super::columns::Column;
use super::list_page::ListPage;
use crate::components::{Glyph, Icon};
use leptos::prelude::*;

/// The order without a wish.
const USUAL: &str = "-created_at";

/// The names of the columns; some of them order the list.
pub(super) fn head(page: ListPage) -> AnyView {
    let cell = move |(column, shows): (Column, RwSignal<bool>)| {
        move || {
            shows.get().then(|| match column.orders() {
                None => {
                    view! { <th scope="col" class="hidden sm:table-cell">{column.title()}</th> }
                        .into_any()
                }
                Some(orders) => ordering(page, column.title(), orders, "hidden sm:table-cell"),
            })
        }
    };
    view! {
        <thead class="max-sm:hidden">
            <tr>
                {move || page.selects().then(|| page.selection.head(page.clients.rows))}
                {ordering(page, "Name", ("name", "-name"), "")}
                {page.columns.each().map(cell).collect_view()}
                {move || {
                    page.filters
                        .deleted()
                        .then(|| {
                            view! {
                                <th scope="col">
                                    <span class="sr-only">"Actions"</span>
                                </th>
                            }
                        })
                }}
            </tr>
        </thead>
    }
    .into_any()
}

/// A name that orders the list when it is pressed, and the other way round when it is pressed again.
fn ordering(
    page: ListPage,
    title: &'static str,
    (first, second): (&'static str, &'static str),
    class: &'static str,
) -> AnyView {
    let sort = page.filters.sort;
    let present = move || match sort.get() {
        usual if usual.is_empty() => USUAL.to_owned(),
        other => other,
    };
    let way = Memo::new(move |_| {
        let present = present();
        (present == first || present == second).then(|| present.starts_with('-'))
    });
    let press = move |_| {
        let next = if untrack(present) == first {
            second
        } else {
            first
        };
        let next = if next == USUAL { "" } else { next };
        sort.set(next.to_owned());
    };
    let told = move || match way.get() {
        None => "none",
        Some(true) => "descending",
        Some(false) => "ascending",
    };
    let arrow = move || {
        let glyph = if way.get()? {
            Glyph::ArrowDown
        } else {
            Glyph::ArrowUp
        };
        Some(view! { <Icon glyph class="size-3.5" /> })
    };
    view! {
        <th scope="col" class=class aria-sort=told>
            <button type="button" class="inline-flex cursor-pointer items-center gap-1 whitespace-nowrap" on:click=press>
                {title}
                {arrow}
            </button>
        </th>
    }
    .into_any()
}
