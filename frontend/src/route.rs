//! Every address of the application, once, and the way from one to the next.

use crate::dom;
use gangway_domain::browser;
use gangway_domain::ids::{ClientId, ConversationId, ImportId, ScheduleId};
use gangway_domain::wizard::Step;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::Closure;

/// A page of the application.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Where a signed-in person starts: the partner's home, or the client's dashboard.
    Home,
    SignIn,
    ForgotPassword,
    ResetPassword,
    SignUp,
    ConfirmSignUp,
    ConfirmEmail,
    /// Where the first account of an installation is made.
    FirstSetUp,
    Invite,
    Join,
    Handover,
    /// The client's set-up.
    SetUp,
    Invites,
    Clients,
    /// Where a client is written down.
    NewClientRecord,
    Client(ClientId),
    /// Where what is kept on a client is changed.
    EditClient(ClientId),
    /// Lists of clients that were uploaded.
    Imports,
    /// Where a list of clients is uploaded.
    NewImport,
    /// One of these lists: checked, confirmed, imported, undone.
    Import(ImportId),
    Users,
    /// The groups of the staff.
    TechGroups,
    Activity,
    Settings,
    /// The partner's own fields.
    CustomFields,
    ApiKeys,
    Account,
    CompanyUsers,
    CompanySettings,
    BehaviorsAndStyles,
    /// A client's texts with its customers: the inbox.
    Messages,
    /// Those that were put aside.
    ArchivedMessages,
    /// One conversation, beside the list it is in.
    Conversation(ConversationId),
    /// Consent, quiet hours and quick replies of a client.
    TextingSettings,
    Availability,
    NewSchedule,
    Schedule(ScheduleId),
    NotFound,
}

/// Where the set-up is; its steps stand behind.
const SET_UP: &str = "/setup";

/// Where texts are; a conversation stands behind.
const MESSAGES: &str = "/messages";

/// Where clients are; each stands behind.
const CLIENTS: &str = "/clients";

/// Where lists of clients are; each stands behind.
const IMPORTS: &str = "/clients/imports";

/// Pages without a part that varies.
const FIXED: [(Route, &str); 32] = [
    (Route::Home, "/"),
    (Route::SignIn, browser::SIGN_IN),
    (Route::ForgotPassword, "/forgot-password"),
    (Route::ResetPassword, browser::RESET_PASSWORD),
    (Route::SignUp, "/sign-up"),
    (Route::ConfirmSignUp, browser::CONFIRM_SIGN_UP),
    (Route::ConfirmEmail, browser::CONFIRM_EMAIL),
    (Route::FirstSetUp, browser::FIRST_SET_UP),
    (Route::Invite, browser::INVITE),
    (Route::Join, browser::JOIN),
    (Route::Handover, browser::HANDOVER),
    (Route::SetUp, SET_UP),
    (Route::Invites, "/invites"),
    (Route::Clients, CLIENTS),
    (Route::NewClientRecord, "/clients/new"),
    (Route::Imports, IMPORTS),
    (Route::NewImport, "/clients/imports/new"),
    (Route::Users, "/users"),
    (Route::TechGroups, "/users/groups"),
    (Route::Activity, "/activity"),
    (Route::Settings, "/settings"),
    (Route::CustomFields, "/settings/fields"),
    (Route::ApiKeys, "/settings/api-keys"),
    (Route::Account, "/account"),
    (Route::CompanyUsers, "/company/users"),
    (Route::CompanySettings, "/company/settings"),
    (Route::BehaviorsAndStyles, browser::BEHAVIORS_AND_STYLES),
    (Route::Messages, MESSAGES),
    (Route::ArchivedMessages, "/messages/archived"),
    (Route::TextingSettings, "/messages/settings"),
    (Route::Availability, "/availability"),
    (Route::NewSchedule, "/availability/new-schedule"),
];

impl Route {
    /// The page at a path.
    pub fn at(path: &str) -> Self {
        let path = if path.len() > 1 {
            path.trim_end_matches('/')
        } else {
            path
        };
        if let Some((route, _)) = FIXED.iter().find(|(_, known)| *known == path) {
            return *route;
        }
        if path
            .strip_prefix(SET_UP)
            .is_some_and(|rest| rest.starts_with('/'))
        {
            return Self::SetUp;
        }
        if let Some(Ok(id)) = path.strip_prefix("/availability/").map(str::parse) {
            return Self::Schedule(id);
        }
        if let Some(import) = behind(IMPORTS, path) {
            return import.parse().map_or(Self::NotFound, Self::Import);
        }
        if let Some(client) = behind(CLIENTS, path) {
            return Self::of_client(client);
        }
        match behind(MESSAGES, path).map(str::parse) {
            Some(Ok(id)) => Self::Conversation(id),
            _ => Self::NotFound,
        }
    }

    /// The page at what stands behind the clients' path.
    fn of_client(rest: &str) -> Self {
        match rest.strip_suffix("/edit") {
            Some(id) => id.parse().map_or(Self::NotFound, Self::EditClient),
            None => rest.parse().map_or(Self::NotFound, Self::Client),
        }
    }

    /// The page that shows it: one page shows the inbox, the archive and each conversation.
    #[must_use]
    pub const fn page(self) -> Self {
        match self {
            Self::ArchivedMessages | Self::Conversation(_) => Self::Messages,
            other => other,
        }
    }

    /// The path of a page.
    pub fn path(self) -> String {
        match self {
            Self::Client(id) => return format!("{CLIENTS}/{id}"),
            Self::EditClient(id) => return format!("{CLIENTS}/{id}/edit"),
            Self::Import(id) => return format!("{IMPORTS}/{id}"),
            Self::Schedule(id) => return format!("/availability/{id}"),
            _ => {}
        }
        if let Self::Conversation(id) = self {
            return format!("{MESSAGES}/{id}");
        }
        let fixed = FIXED.iter().find(|(route, _)| *route == self);
        fixed.map_or("/", |(_, path)| path).to_owned()
    }

    /// Goes to the page.
    pub fn go(self) {
        go(&self.path());
    }

    /// Goes to the page in place of the present one, so that Back skips it.
    pub fn go_instead(self) {
        if let Ok(history) = dom::window().history() {
            let path = self.path();
            let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&path));
        }
        arrive();
    }
}

/// What stands behind a path and its slash.
fn behind<'a>(start: &str, path: &'a str) -> Option<&'a str> {
    path.strip_prefix(start)?.strip_prefix('/')
}

/// Where the browser is.
#[derive(Clone, Copy)]
struct Place {
    path: RwSignal<String>,
    /// Rises with every arrival, also at the same path.
    arrivals: RwSignal<u32>,
}

/// Goes to a path of this application.
pub fn go(path: &str) {
    if let Ok(history) = dom::window().history() {
        let _ = history.push_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
    }
    dom::window().scroll_to_with_x_and_y(0.0, 0.0);
    arrive();
}

/// Goes to a path in place of the present one, so that Back skips it.
pub fn go_instead(path: &str) {
    if let Ok(history) = dom::window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(path));
    }
    arrive();
}

/// The parameters of the address.
pub fn parameters() -> Vec<(String, String)> {
    let search = dom::window().location().search().unwrap_or_default();
    let pairs = search.trim_start_matches('?').split('&');
    let decoded = |(name, value): (&str, &str)| {
        let value = js_sys::decode_uri_component(value).ok()?;
        Some((name.to_owned(), String::from(value)))
    };
    let pairs = pairs.filter_map(|pair| pair.split_once('='));
    pairs.filter_map(decoded).collect()
}

/// Writes parameters into the address in place of those that are there. Nobody arrives by it.
pub fn set_parameters(given: &[(&str, String)]) {
    let mut address = dom::window().location().pathname().unwrap_or_default();
    for (index, (name, value)) in given.iter().enumerate() {
        address.push(if index == 0 { '?' } else { '&' });
        address.push_str(name);
        address.push('=');
        address.push_str(&String::from(js_sys::encode_uri_component(value)));
    }
    if let Ok(history) = dom::window().history() {
        let _ = history.replace_state_with_url(&wasm_bindgen::JsValue::NULL, "", Some(&address));
    }
}

/// The path of a step of the set-up.
pub fn step_path(step: Step) -> String {
    format!("{SET_UP}/{}", step.as_str())
}

/// The step of the set-up that the address names. Follows the address.
pub fn step_in_address() -> Option<Step> {
    let place = PLACE.with(std::cell::Cell::get)?;
    let path = place.path.get();
    Step::parse(path.strip_prefix(SET_UP)?.trim_matches('/'))
}

/// The page that the address names. Follows the address.
pub fn here() -> Route {
    let place = PLACE.with(std::cell::Cell::get);
    place.map_or(Route::NotFound, |place| Route::at(&place.path.get()))
}

fn arrive() {
    if let Some(place) = PLACE.with(std::cell::Cell::get) {
        place
            .path
            .set(dom::window().location().pathname().unwrap_or_default());
        place.arrivals.update(|count| *count += 1);
    }
}

thread_local! {
    static PLACE: std::cell::Cell<Option<Place>> = const { std::cell::Cell::new(None) };
}

/// Follows the browser's address: links, Back and Forward. Call once, at the top.
pub fn follow() -> (Memo<Route>, Signal<u32>) {
    let path = dom::window().location().pathname().unwrap_or_default();
    let place = Place {
        path: RwSignal::new(path),
        arrivals: RwSignal::new(0),
    };
    PLACE.with(|kept| kept.set(Some(place)));
    listen("popstate", |_| arrive());
    listen("click", |event| {
        if let Some(mouse) = event.dyn_ref::<web_sys::MouseEvent>()
            && let Some(path) = inner_link(mouse)
        {
            mouse.prevent_default();
            go(&path);
        }
    });
    (
        Memo::new(move |_| Route::at(&place.path.get())),
        place.arrivals.into(),
    )
}

fn listen(event: &str, run: impl Fn(web_sys::Event) + 'static) {
    let run = Closure::<dyn Fn(web_sys::Event)>::new(run);
    let _ = dom::window().add_event_listener_with_callback(event, run.as_ref().unchecked_ref());
    run.forget();
}

/// The path a plain click on a link of this application leads to.
fn inner_link(event: &web_sys::MouseEvent) -> Option<String> {
    let special = event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key();
    if event.default_prevented() || event.button() != 0 || special {
        return None;
    }
    let element = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = element
        .closest("a[href]")
        .ok()??
        .dyn_into::<web_sys::HtmlAnchorElement>()
        .ok()?;
    let here = dom::window().location();
    let outside = !link.target().is_empty() || link.has_attribute("download");
    let same_page = link.get_attribute("href")?.starts_with('#');
    let other =
        link.origin() != here.origin().ok()? || Route::at(&link.pathname()) == Route::NotFound;
    (!outside && !same_page && !other)
        .then(|| format!("{}{}{}", link.pathname(), link.search(), link.hash()))
}

/// Follows arrivals, also those at the page one is on: another link pasted into the address.
pub fn track_arrivals() {
    if let Some(place) = PLACE.with(std::cell::Cell::get) {
        place.arrivals.track();
    }
}

/// Whether the person went on from the page that the browser was opened at.
pub fn has_moved() -> bool {
    let place = PLACE.with(std::cell::Cell::get);
    place.is_some_and(|place| place.arrivals.get_untracked() > 0)
}

/// The token behind the `#` of a mailed link.
pub fn token_in_address() -> String {
    let hash = dom::window().location().hash().unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

#[cfg(test)]
mod tests;
