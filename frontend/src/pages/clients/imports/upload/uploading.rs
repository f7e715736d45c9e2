use crate::components::ChosenFile;
use crate::dom;
use crate::route::Route;
use crate::session::Session;
use gangway_api_client::{Failure, IdempotencyKey, Uploaded};
use gangway_domain::wire::ClientImport;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// Where the page says that the file is known.
pub(super) const KNOWN: &str = "known-file";

/// A list on its way to the server.
#[derive(Clone, Copy)]
pub(super) struct Uploading {
    session: Session,
    /// The file, once one is chosen.
    pub chosen: RwSignal<Option<ChosenFile>>,
    /// Whether it is on its way.
    pub busy: RwSignal<bool>,
    /// Bytes of it that were sent.
    pub sent: RwSignal<u64>,
    /// Why it did not arrive.
    pub failure: RwSignal<Option<Failure>>,
    /// The import of the same file that there is.
    pub known: RwSignal<Option<ClientImport>>,
    /// Names what is being sent; the same until it is known what came of it.
    key: StoredValue<IdempotencyKey>,
}

impl Uploading {
    pub fn new() -> Self {
        let this = Self {
            session: Session::get(),
            chosen: RwSignal::new(None),
            busy: RwSignal::new(false),
            sent: RwSignal::new(0),
            failure: RwSignal::new(None),
            known: RwSignal::new(None),
            key: StoredValue::new(IdempotencyKey::random()),
        };
        // What was said is about the file that was chosen before.
        Effect::new(move |_| {
            this.chosen.track();
            this.begin_anew();
        });
        this
    }

    fn begin_anew(self) {
        self.failure.set(None);
        self.known.set(None);
        self.key.set_value(IdempotencyKey::random());
    }

    /// Sends the file; with `again`, although the same file was uploaded before.
    pub fn send(self, again: bool) {
        let Some(file) = self.chosen.get_untracked() else {
            return;
        };
        if again {
            self.begin_anew();
        }
        self.failure.set(None);
        self.sent.set(0);
        self.busy.set(true);
        let (api, key) = (self.session.api(), self.key.get_value());
        let watch = move |bytes| {
            // The page may have been left.
            self.sent.try_set(bytes);
        };
        spawn_local(async move {
            let offered = api.offer_import(&file.name, file.bytes, again, &key, watch);
            let outcome = offered.await;
            if self.busy.try_set(false).is_none() {
                self.take(outcome);
            }
        });
    }

    fn take(self, outcome: Result<Uploaded, Failure>) {
        match outcome {
            Ok(Uploaded {
                import,
                is_new: true,
            }) => Route::Import(import.id).go(),
            Ok(Uploaded { import, .. }) => {
                self.known.set(Some(import));
                dom::soon(|| dom::focus(KNOWN));
            }
            Err(failure) => {
                if !failure.may_have_happened() {
                    self.key.set_value(IdempotencyKey::random());
                }
                self.failure.set(Some(failure));
            }
        }
    }
}
