use super::{Button, FailureAlert};
use crate::load::{ListState, Load, Loaded};
use gangway_api_client::Failure;
use leptos::prelude::*;

/// A list with all its states: skeleton, nothing yet, not to be had, and the way to the rest.
#[component]
pub fn ListStates(
    #[prop(into)] state: Signal<ListState>,
    #[prop(into)] on_retry: Callback<()>,
    #[prop(into)] on_more: Callback<()>,
    /// What shows when there is nothing.
    #[prop(into)]
    empty: ViewFn,
    /// Lines of the skeleton.
    #[prop(default = 5)]
    rows: usize,
    /// The list itself.
    children: ChildrenFn,
) -> AnyView {
    let children = StoredValue::new(children);
    let empty = StoredValue::new(empty);
    // Only a change of kind builds the list anew, not a page that is added.
    let kind = Memo::new(move |_| match state.get() {
        ListState::Loading => Kind::Loading,
        ListState::Failed(failure) => Kind::Failed(failure),
        ListState::Empty => Kind::Empty,
        ListState::Ready { .. } => Kind::Ready,
    });
    let more = move || matches!(state.get(), ListState::Ready { more: true, .. });
    let busy = Signal::derive(move || matches!(state.get(), ListState::Ready { busy: true, .. }));
    view! {
        <div class="rounded border border-hairline bg-base-100">
            {move || match kind.get() {
                Kind::Loading => skeleton(rows),
                Kind::Failed(failure) => failed(failure, on_retry),
                Kind::Empty => empty.with_value(ViewFn::run),
                Kind::Ready => children.with_value(|children| children()).into_any(),
            }}
        </div>
        <Show when=more>
            <div class="mt-4 flex justify-center">
                <Button label="Load more" busy_label="Loading more…" busy on_press=on_more />
            </div>
        </Show>
    }
    .into_any()
}

#[derive(Clone, PartialEq)]
enum Kind {
    Loading,
    Failed(Failure),
    Empty,
    Ready,
}

/// Lines as tall as those that come.
fn skeleton(rows: usize) -> AnyView {
    let line = |_| {
        view! {
            <div class="flex h-14 items-center gap-4 px-4">
                <div class="skeleton-line w-1/3"></div>
                <div class="skeleton-line hidden w-1/5 sm:block"></div>
                <div class="skeleton-line ml-auto w-16"></div>
            </div>
        }
    };
    view! {
        <div role="status" class="divide-y divide-hairline">
            <span class="sr-only">"Loading…"</span>
            {(0..rows).map(line).collect::<Vec<_>>()}
        </div>
    }
    .into_any()
}

fn failed(failure: Failure, on_retry: Callback<()>) -> AnyView {
    view! {
        <div class="p-4">
            <FailureAlert failure=Some(failure) on_retry />
        </div>
    }
    .into_any()
}

/// One object with its states: skeleton, not to be had, there.
#[component]
pub fn LoadStates<T, V>(
    load: Load<T>,
    /// Shows the object; called again whenever it changes.
    ready: V,
    #[prop(default = 3)] rows: usize,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    V: Fn(T) -> AnyView + Send + Sync + 'static,
{
    let on_retry = Callback::new(move |()| load.retry());
    (move || match load.state.get() {
        Loaded::Loading => {
            view! { <div class="rounded border border-hairline bg-base-100">{skeleton(rows)}</div> }
                .into_any()
        }
        Loaded::Failed(failure) => failed(failure, on_retry),
        Loaded::Ready(value) => ready(value),
    })
    .into_any()
}
