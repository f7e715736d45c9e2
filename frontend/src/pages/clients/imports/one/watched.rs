use crate::components::Question;
use crate::live;
use crate::load::{Load, Loaded, reading};
use crate::session::Session;
use gangway_api_client::{Client, Failure};
use gangway_domain::ids::ImportId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::wire::{ClientImport, ImportState};
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// How often an import that is at work is read again.
const EVERY_MS: u32 = 1_000;

/// An import that a page follows.
#[derive(Clone, Copy)]
pub struct Watched {
    pub session: Session,
    pub id: ImportId,
    /// How reading it fares.
    pub load: Load<ClientImport>,
    /// Whether it is at work and the server does not answer now.
    pub away: RwSignal<bool>,
    /// Something to confirm before it is done.
    pub question: RwSignal<Option<Question>>,
    /// Rises with everything that was done to it here: what was read before that is old.
    turn: StoredValue<u32>,
    /// Whether it is being followed.
    following: StoredValue<bool>,
}

impl Watched {
    /// Reads an import, and follows it whenever it is at work.
    pub fn start(id: ImportId) -> Self {
        let this = Self {
            session: Session::get(),
            id,
            load: Load::start(reading(move |api| async move { api.read_import(id).await })),
            away: RwSignal::new(false),
            question: RwSignal::new(None),
            turn: StoredValue::new(0),
            following: StoredValue::new(false),
        };
        let at_work = Memo::new(move |_| this.of(|import| import.state.is_at_work()));
        Effect::new(move |_| {
            if at_work.get() && !this.following.get_value() {
                this.following.set_value(true);
                spawn_local(this.follow());
            }
        });
        this
    }

    /// Something of it; the default while it is not there.
    pub fn of<T: Default>(self, what: impl FnOnce(&ClientImport) -> T) -> T {
        self.load.state.with(|state| match state {
            Loaded::Ready(import) => what(import),
            Loaded::Loading | Loaded::Failed(_) => T::default(),
        })
    }

    /// The same as it is at this moment, without following it.
    pub fn now<T: Default>(self, what: impl FnOnce(&ClientImport) -> T) -> T {
        untrack(|| self.of(what))
    }

    /// Its state, once there.
    pub fn state(self) -> Option<ImportState> {
        self.of(|import| Some(import.state))
    }

    /// Takes what something that was done to it has answered.
    pub fn set(self, import: ClientImport) {
        self.turn.try_update_value(|turn| *turn += 1);
        self.load.set(import);
    }

    /// Does something to it, with `busy` while that is on its way and `failure` where it is refused. Only
    /// one thing at a time.
    pub fn act<F>(
        self,
        busy: RwSignal<bool>,
        failure: RwSignal<Option<Failure>>,
        call: impl FnOnce(Client, ImportId) -> F + 'static,
    ) where
        F: Future<Output = Result<ClientImport, Failure>> + 'static,
    {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let api = self.session.api();
        spawn_local(async move {
            let outcome = call(api, self.id).await;
            if busy.try_set(false).is_some() {
                return;
            }
            match outcome {
                Ok(import) => self.set(import),
                Err(refused) => {
                    // It may be in another state than the page shows.
                    self.load.refresh();
                    failure.set(Some(refused));
                }
            }
        });
    }

    /// Reads it again and again until it is no longer at work, or nobody looks any more.
    async fn follow(self) {
        while self.is_at_work() {
            TimeoutFuture::new(EVERY_MS).await;
            let Some(turn) = self.turn.try_get_value() else {
                return;
            };
            if live::is_hidden() {
                continue;
            }
            let read = self.session.api().read_import(self.id).await;
            if self.turn.try_get_value() == Some(turn) {
                self.take(read);
            }
        }
        self.following
            .try_update_value(|following| *following = false);
    }

    fn is_at_work(self) -> bool {
        let at_work = self.load.state.try_with_untracked(
            |state| matches!(state, Loaded::Ready(import) if import.state.is_at_work()),
        );
        at_work == Some(true)
    }

    fn take(self, read: Result<ClientImport, Failure>) {
        match read {
            Ok(import) => {
                self.away.try_set(false);
                self.load.set(import);
            }
            Err(failure) if failure.is(ProblemCode::NotFound) => {
                self.load.state.try_set(Loaded::Failed(failure));
            }
            Err(_) => {
                self.away.try_set(true);
            }
        }
    }
}

/// A count of it as a number to reckon with.
pub fn count(count: u32) -> u64 {
    u64::from(count)
}
