//! Who is signed in. The access token stays in memory; only the browser's `HttpOnly` cookie lasts.

use crate::{dom, parts};
use gangway_api_client::{Client, Failure};
use gangway_domain::ids::PlaceId;
use gangway_domain::problem::ProblemCode;
use gangway_domain::roles::{Permission, Role};
use gangway_domain::wire::{ClientsWord, Me, Place, RefreshSession, Session as Opened};
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use wasm_bindgen::prelude::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BroadcastChannel;

/// How the sign-in fares.
#[derive(Clone, Debug, PartialEq)]
pub enum SignedIn {
    /// Being found out.
    Asking,
    /// Nobody is signed in.
    No,
    /// This person is.
    Yes(Box<Me>),
    /// It could not be found out.
    Unknown(Failure),
}

/// The sign-in, for every page. Get it with [`Session::get`].
#[derive(Clone, Copy)]
pub struct Session {
    /// How it fares.
    pub state: RwSignal<SignedIn>,
    api: StoredValue<Client>,
    tabs: StoredValue<Option<BroadcastChannel>, LocalStorage>,
    proof: Proof,
}

/// Where a request waits until the person has proved who they are.
#[derive(Clone, Copy)]
struct Proof {
    /// Whether the dialog is open.
    asks: RwSignal<bool>,
    /// Called with the outcome, one per waiting request.
    waiting: StoredValue<Vec<js_sys::Function>, LocalStorage>,
}

impl Proof {
    fn new() -> Self {
        Self {
            asks: RwSignal::new(false),
            waiting: StoredValue::new_local(Vec::new()),
        }
    }

    /// Opens the dialog; true once the proof was given, false where the dialog was closed without.
    async fn ask(self) -> bool {
        let outcome = js_sys::Promise::new(&mut |resolve, _| {
            self.waiting.update_value(|waiting| waiting.push(resolve));
        });
        self.asks.set(true);
        let outcome = wasm_bindgen_futures::JsFuture::from(outcome).await;
        outcome.is_ok_and(|given| given.is_truthy())
    }
}

const SIGNED_OUT: &str = "signed-out";
/// The cookie by which the server says that there is a session to ask for.
const HINT: &str = "gangway-signed-in";

impl Session {
    /// Makes the session and asks the server who is signed in, unless nobody can be.
    pub fn provide() -> Self {
        let state = RwSignal::new(SignedIn::Asking);
        let base = dom::window().location().origin().unwrap_or_default();
        let proof = Proof::new();
        let client = Client::new(&base)
            .when_signed_out(move || state.set(SignedIn::No))
            .proven_by(move || Box::pin(SendWrapper::new(proof.ask())));
        let session = Self {
            state,
            api: StoredValue::new(client),
            tabs: StoredValue::new_local(BroadcastChannel::new("gangway").ok()),
            proof,
        };
        provide_context(session);
        session.hear_other_tabs();
        if dom::cookie(HINT).is_some() {
            session.ask();
        } else {
            state.set(SignedIn::No);
        }
        session
    }

    /// The session of this page.
    pub fn get() -> Self {
        expect_context()
    }

    /// The API client; clones share the sign-in.
    pub fn api(self) -> Client {
        self.api.get_value()
    }

    /// Whether the dialog that asks who one is stands open.
    pub fn asks_for_proof(self) -> RwSignal<bool> {
        self.proof.asks
    }

    /// Tells the requests that wait for a proof whether it was given.
    pub fn proof_ended(self, given: bool) {
        let waiting = self.proof.waiting.try_update_value(std::mem::take);
        for resolve in waiting.unwrap_or_default() {
            let _ = resolve.call1(&JsValue::NULL, &JsValue::from_bool(given));
        }
    }

    /// Asks the server who is signed in.
    pub fn ask(self) {
        self.state.set(SignedIn::Asking);
        let api = self.api();
        spawn_local(async move {
            match api.refresh_session(&RefreshSession::default()).await {
                Ok(opened) => self.opened(opened),
                Err(failure) if failure.is(ProblemCode::NotSignedIn) => {
                    dom::forget_cookie(HINT);
                    self.state.set(SignedIn::No);
                }
                Err(failure) => self.state.set(SignedIn::Unknown(failure)),
            }
        });
    }

    /// Takes a session that a sign-in, a sign-up or an invitation opened.
    pub fn opened(self, opened: Opened) {
        self.state.set(SignedIn::Yes(Box::new(opened.me)));
    }

    /// Reads the person's places and permissions again, after something changed them.
    pub async fn refresh_me(self) -> Result<(), Failure> {
        let me = self.api().read_me().await?;
        self.state.set(SignedIn::Yes(Box::new(me)));
        Ok(())
    }

    /// Acts at another place from now on.
    pub async fn switch_to(self, place_id: PlaceId) -> Result<(), Failure> {
        let refresh = RefreshSession {
            place_id: Some(place_id),
        };
        let opened = self.api().refresh_session(&refresh).await?;
        self.opened(opened);
        Ok(())
    }

    /// Ends the session here, in the other tabs and at the server.
    pub async fn sign_out(self) -> Result<(), Failure> {
        self.api().sign_out().await?;
        parts::forget();
        self.forget_person();
        self.tabs.with_value(|tabs| {
            if let Some(tabs) = tabs {
                let _ = tabs.post_message(&JsValue::from_str(SIGNED_OUT));
            }
        });
        Ok(())
    }

    /// Nothing of the person stays in this tab.
    fn forget_person(self) {
        dom::clear_tab_storage();
        self.state.set(SignedIn::No);
    }

    /// The person, while signed in.
    pub fn me(self) -> Option<Me> {
        match self.state.get() {
            SignedIn::Yes(me) => Some(*me),
            SignedIn::Asking | SignedIn::No | SignedIn::Unknown(_) => None,
        }
    }

    /// The place acted at.
    pub fn place(self) -> Option<Place> {
        self.me()?.place().cloned()
    }

    /// Whether the place is a client's.
    pub fn at_client(self) -> bool {
        matches!(
            self.place(),
            Some(Place {
                role: Role::Client(_),
                ..
            })
        )
    }

    /// Whether the place holds a permission.
    pub fn may(self, permission: Permission) -> bool {
        self.me().is_some_and(|me| me.may(permission))
    }

    /// What the partner calls its customers.
    pub fn clients_word(self) -> ClientsWord {
        self.place()
            .map(|place| place.partner.clients_word)
            .unwrap_or_default()
    }

    /// The same, asked once: for what a page decides when it is built.
    pub fn can(self, permission: Permission) -> bool {
        untrack(|| self.may(permission))
    }

    fn hear_other_tabs(self) {
        let heard =
            Closure::<dyn Fn(web_sys::MessageEvent)>::new(move |event: web_sys::MessageEvent| {
                if event.data().as_string().as_deref() == Some(SIGNED_OUT) {
                    self.api().forget();
                    self.forget_person();
                }
            });
        self.tabs.with_value(|tabs| {
            if let Some(tabs) = tabs {
                tabs.set_onmessage(Some(heard.as_ref().unchecked_ref()));
            }
        });
        heard.forget();
    }
}
