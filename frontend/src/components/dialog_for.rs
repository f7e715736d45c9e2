use super::{Dialog, Toasts};
use gangway_api_client::{Failure, Tagged};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// What a dialog makes or changes.
#[derive(Clone)]
pub enum Editing<T> {
    /// A new one.
    New,
    /// One as it was read, with its version.
    Of(Tagged<T>),
}

/// What is being edited in a dialog; none while it is closed.
pub type BeingEdited<T> = RwSignal<Option<Editing<T>>>;

/// Opens the dialog over the newest version, or says why not and what to do `otherwise`.
pub fn edit<T: Send + Sync + 'static>(
    editing: BeingEdited<T>,
    read: impl Future<Output = Result<Tagged<T>, Failure>> + 'static,
    otherwise: impl FnOnce() + 'static,
) {
    spawn_local(async move {
        match read.await {
            Ok(read) => drop(editing.try_set(Some(Editing::Of(read)))),
            Err(failure) => {
                Toasts::get().fail(&failure);
                otherwise();
            }
        }
    });
}

/// "New field" or "Edit field"
pub fn edit_title<T: Send + Sync + 'static>(
    editing: BeingEdited<T>,
    what: &'static str,
) -> Signal<String> {
    Signal::derive(move || {
        let is_there = editing.with(|editing| matches!(editing, Some(Editing::Of(_))));
        let verb = if is_there { "Edit" } else { "New" };
        format!("{verb} {what}")
    })
}

/// A dialog that is open while there is something it is for. What it shows of that holds it open while it is
/// busy.
#[component]
pub fn DialogFor<T, B>(
    what: RwSignal<Option<T>>,
    #[prop(into)] title: Signal<String>,
    /// As wide as a longer form needs.
    #[prop(optional)]
    wide: bool,
    body: B,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
    B: Fn(T, RwSignal<bool>) -> AnyView + Copy + Send + Sync + 'static,
{
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    Effect::new(move |_| open.set(what.with(Option::is_some)));
    Effect::new(move |_| {
        if !open.get() && what.with_untracked(Option::is_some) {
            what.set(None);
        }
    });
    view! {
        <Dialog open title wide held=busy>
            {move || what.get().map(|what| body(what, busy))}
        </Dialog>
    }
    .into_any()
}
