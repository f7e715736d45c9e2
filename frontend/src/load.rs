//! Reading from the API into signals: loading, there, failed, and the pages of a list.

use crate::session::Session;
use gangway_api_client::{Client, Failure, List};
use gangway_domain::wire::Page;
use leptos::prelude::*;
use std::future::Future;
use std::pin::Pin;

/// A request on its way.
pub type Reading<T> = Pin<Box<dyn Future<Output = Result<T, Failure>>>>;

/// A read of the API, to be given to [`Load::start`].
pub fn reading<T, F>(call: impl Fn(Client) -> F + 'static) -> impl Fn() -> Reading<T> + 'static
where
    F: Future<Output = Result<T, Failure>> + 'static,
{
    let session = Session::get();
    move || Box::pin(call(session.api()))
}

/// A read of a list, to be given to [`Paged::start`].
pub fn reading_pages<T, F>(
    call: impl Fn(Client, List) -> F + 'static,
) -> impl Fn(Option<String>) -> Reading<Page<T>> + 'static
where
    F: Future<Output = Result<Page<T>, Failure>> + 'static,
{
    let session = Session::get();
    move |cursor| {
        Box::pin(call(
            session.api(),
            List {
                cursor,
                ..List::default()
            },
        ))
    }
}

/// How a read fares.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Loaded<T> {
    /// On its way.
    #[default]
    Loading,
    /// There.
    Ready(T),
    /// Not to be had.
    Failed(Failure),
}

impl<T> Loaded<T> {
    /// The value, once there.
    pub fn ready(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading | Self::Failed(_) => None,
        }
    }
}

/// A value read from the API, to be read again at will.
pub struct Load<T: Send + Sync + 'static> {
    /// How the read fares.
    pub state: RwSignal<Loaded<T>>,
    fetch: StoredValue<Box<dyn Fn() -> Reading<T>>, LocalStorage>,
}

impl<T: Send + Sync> Copy for Load<T> {}
impl<T: Send + Sync> Clone for Load<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync> Load<T> {
    /// Starts reading.
    pub fn start(fetch: impl Fn() -> Reading<T> + 'static) -> Self {
        let load = Self {
            state: RwSignal::new(Loaded::Loading),
            fetch: StoredValue::new_local(Box::new(fetch)),
        };
        load.refresh();
        load
    }

    /// Reads again, showing that it does.
    pub fn retry(self) {
        self.state.set(Loaded::Loading);
        self.refresh();
    }

    /// Reads again while the old value stays; a failure shows only where there is no value.
    pub fn refresh(self) {
        let Some(reading) = self.fetch.try_with_value(|fetch| fetch()) else {
            return;
        };
        leptos::task::spawn_local(async move {
            let outcome = reading.await;
            let has_value = self
                .state
                .try_with_untracked(|state| matches!(state, Loaded::Ready(_)));
            match (outcome, has_value) {
                (_, None) | (Err(_), Some(true)) => {}
                (Ok(value), _) => self.state.set(Loaded::Ready(value)),
                (Err(failure), _) => self.state.set(Loaded::Failed(failure)),
            }
        });
    }

    /// Replaces the value by what an edit answered.
    pub fn set(self, value: T) {
        let _ = self.state.try_set(Loaded::Ready(value));
    }

    /// The value, once there.
    pub fn value(self) -> Option<T> {
        self.state.get().ready()
    }
}

/// How a list fares, for [`crate::components::ListStates`].
#[derive(Clone, Debug, PartialEq)]
pub enum ListState {
    /// The first page is on its way.
    Loading,
    /// The first page could not be had.
    Failed(Failure),
    /// There is nothing.
    Empty,
    /// There is something.
    Ready {
        /// Whether more follows.
        more: bool,
        /// Whether what follows is on its way.
        busy: bool,
    },
}

/// Reads the page at a cursor.
type ReadPage<T> = Box<dyn Fn(Option<String>) -> Reading<Page<T>>>;

/// A list read page by page.
pub struct Paged<T: Send + Sync + 'static> {
    /// What was read so far.
    pub rows: RwSignal<Vec<T>>,
    /// How many there are in all, where the list was asked for that.
    pub total: RwSignal<Option<u64>>,
    state: RwSignal<Loaded<Option<String>>>,
    busy: RwSignal<bool>,
    turn: RwSignal<u32>,
    fetch: StoredValue<ReadPage<T>, LocalStorage>,
}

impl<T: Send + Sync> Copy for Paged<T> {}
impl<T: Send + Sync> Clone for Paged<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T: Clone + Send + Sync> Paged<T> {
    /// Starts with the first page; `fetch` takes the cursor of the page wanted.
    pub fn start(fetch: impl Fn(Option<String>) -> Reading<Page<T>> + 'static) -> Self {
        let paged = Self {
            rows: RwSignal::new(Vec::new()),
            total: RwSignal::new(None),
            state: RwSignal::new(Loaded::Loading),
            busy: RwSignal::new(false),
            turn: RwSignal::new(0),
            fetch: StoredValue::new_local(Box::new(fetch)),
        };
        paged.read(None);
        paged
    }

    /// How the list fares.
    pub fn state(self) -> Signal<ListState> {
        Signal::derive(move || match self.state.get() {
            Loaded::Loading => ListState::Loading,
            Loaded::Failed(failure) => ListState::Failed(failure),
            Loaded::Ready(_) if self.rows.with(Vec::is_empty) => ListState::Empty,
            Loaded::Ready(next) => ListState::Ready {
                more: next.is_some(),
                busy: self.busy.get(),
            },
        })
    }

    /// Begins again, showing that it does.
    pub fn restart(self) {
        self.state.set(Loaded::Loading);
        self.read(None);
    }

    /// Begins again while the old rows stay.
    pub fn refresh(self) {
        self.read(None);
    }

    /// Whether everything was read there is.
    pub fn is_complete(self) -> bool {
        matches!(self.state.get_untracked(), Loaded::Ready(None))
    }

    /// Reads the page that follows.
    pub fn more(self) {
        if let Loaded::Ready(Some(next)) = self.state.get_untracked()
            && !self.busy.get_untracked()
        {
            self.read(Some(next));
        }
    }

    fn read(self, cursor: Option<String>) {
        let follows = cursor.is_some();
        let Some(reading) = self.fetch.try_with_value(|fetch| fetch(cursor)) else {
            return;
        };
        self.busy.set(true);
        self.turn.update(|turn| *turn += 1);
        let turn = self.turn.get_untracked();
        leptos::task::spawn_local(async move {
            let outcome = reading.await;
            // A newer read, or a page that was left, makes this answer worthless.
            if self.turn.try_get_untracked() != Some(turn) {
                return;
            }
            self.busy.set(false);
            match outcome {
                Ok(page) => {
                    self.rows.update(|rows| {
                        if !follows {
                            rows.clear();
                        }
                        rows.extend(page.data);
                    });
                    if !follows {
                        self.total.set(page.total);
                    }
                    self.state.set(Loaded::Ready(page.next));
                }
                Err(failure) if follows => crate::components::Toasts::get().fail(&failure),
                Err(failure) => self.state.set(Loaded::Failed(failure)),
            }
        });
    }
}
