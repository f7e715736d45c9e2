//! The site map: every page once.

use crate::components::{OfflineBanner, ToastArea, Toasts, apply_kept_theme};
use crate::pages::{
    account, activity, api_keys, availability, clients, custom_fields, dashboard, home,
    invite_links, invites, messages, onboarding, partners, shell, sign_in, team, tech_groups,
    texting_settings,
};
use crate::parts::{self, Part};
use crate::route::{self, Route};
use crate::session::Session;
use crate::{dom, pages};
use leptos::prelude::*;

/// The application.
#[component]
pub fn App() -> AnyView {
    apply_kept_theme();
    Toasts::provide();
    let session = Session::provide();
    let (here, arrivals) = route::follow();
    Effect::new(move |before: Option<u32>| {
        let arrival = arrivals.get();
        if before.is_some_and(|before| before != arrival) {
            dom::soon(|| dom::soon(dom::focus_heading));
        }
        arrival
    });
    let zone = Memo::new(move |_| Zone::of(here.get()));
    let page = move || match zone.get() {
        Zone::Public => (move || public(here.get())).into_any(),
        Zone::SetUp => shell::signed_in(session, || parts::show(Part::SetUp, Route::SetUp)),
        Zone::Framed => shell::framed(session, here, framed),
    };
    view! {
        <a
            href="#main"
            class="btn btn-primary fixed left-2 top-2 z-50 -translate-y-20 focus:translate-y-0"
            on:click=move |event| {
                event.prevent_default();
                dom::focus_heading();
            }
        >
            "Skip to content"
        </a>
        <OfflineBanner />
        {page}
        <account::ProveDialog />
        <ToastArea />
    }
    .into_any()
}

/// What surrounds a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Zone {
    /// Nobody need be signed in.
    Public,
    /// Signed in, on the way through the set-up.
    SetUp,
    /// Signed in, with sidebar and header.
    Framed,
}

impl Zone {
    const fn of(route: Route) -> Self {
        match route {
            Route::SignIn
            | Route::ForgotPassword
            | Route::ResetPassword
            | Route::SignUp
            | Route::ConfirmSignUp
            | Route::ConfirmEmail
            | Route::FirstSetUp
            | Route::Invite
            | Route::Join
            | Route::Handover
            | Route::NotFound => Self::Public,
            Route::SetUp => Self::SetUp,
            Route::Home
            | Route::Invites
            | Route::Clients
            | Route::NewClientRecord
            | Route::Client(_)
            | Route::EditClient(_)
            | Route::Imports
            | Route::NewImport
            | Route::Import(_)
            | Route::Users
            | Route::TechGroups
            | Route::Activity
            | Route::Settings
            | Route::CustomFields
            | Route::ApiKeys
            | Route::Account
            | Route::CompanyUsers
            | Route::CompanySettings
            | Route::BehaviorsAndStyles
            | Route::TextingSettings
            | Route::Availability
            | Route::NewSchedule
            | Route::Schedule(_)
            | Route::Messages
            | Route::ArchivedMessages
            | Route::Conversation(_) => Self::Framed,
        }
    }
}

fn public(route: Route) -> AnyView {
    match route {
        Route::SignIn => view! { <sign_in::SignInPage /> }.into_any(),
        Route::ForgotPassword => view! { <sign_in::ForgotPassword /> }.into_any(),
        Route::ResetPassword => view! { <sign_in::ResetPassword /> }.into_any(),
        Route::SignUp => view! { <partners::SignUpPage /> }.into_any(),
        Route::ConfirmSignUp => view! { <partners::ConfirmSignUpPage /> }.into_any(),
        Route::ConfirmEmail => view! { <account::ConfirmEmail /> }.into_any(),
        Route::FirstSetUp => view! { <partners::FirstSetUpPage /> }.into_any(),
        Route::Invite => view! { <invite_links::InvitePage /> }.into_any(),
        Route::Join => view! { <invite_links::JoinPage /> }.into_any(),
        Route::Handover => view! { <invite_links::HandoverPage /> }.into_any(),
        _ => view! { <pages::NotFound /> }.into_any(),
    }
}

/// A page inside the frame, for staff or for a client's people.
fn framed(route: Route, at_client: bool) -> AnyView {
    let part = match (route, at_client) {
        (Route::Account, _) => Part::Account,
        (_, true) => Part::Client,
        (Route::Home, false) => Part::Start,
        (_, false) => Part::Staff,
    };
    parts::show(part, route)
}

/// The set-up of a client.
pub fn set_up(_route: Route) -> AnyView {
    view! { <onboarding::Wizard /> }.into_any()
}

/// Pages of a client's people.
pub fn client(route: Route) -> AnyView {
    messages::follow();
    match route {
        Route::Home => view! { <dashboard::ClientHome /> }.into_any(),
        Route::CompanyUsers => view! { <dashboard::ClientUsers /> }.into_any(),
        Route::CompanySettings => view! { <dashboard::CompanySettings /> }.into_any(),
        Route::BehaviorsAndStyles => view! { <dashboard::BehaviorsAndStyles /> }.into_any(),
        Route::Messages => view! { <messages::Messages /> }.into_any(),
        Route::TextingSettings => view! { <texting_settings::TextingSettings /> }.into_any(),
        Route::Availability => view! { <availability::AvailabilityPage /> }.into_any(),
        Route::NewSchedule => view! { <availability::NewSchedule /> }.into_any(),
        Route::Schedule(id) => view! { <availability::EditSchedule id /> }.into_any(),
        _ => view! { <pages::NotHere /> }.into_any(),
    }
}

/// Where a partner's people arrive.
pub fn start(_route: Route) -> AnyView {
    view! { <home::StaffHome /> }.into_any()
}

/// Pages of a partner's people.
pub fn staff(route: Route) -> AnyView {
    match route {
        Route::Invites => view! { <invites::Invites /> }.into_any(),
        Route::Clients => view! { <clients::Clients /> }.into_any(),
        Route::NewClientRecord => view! { <clients::NewClientRecord /> }.into_any(),
        Route::Client(id) => view! { <clients::ClientPage id /> }.into_any(),
        Route::EditClient(id) => view! { <clients::EditClient id /> }.into_any(),
        Route::Imports => view! { <clients::Imports /> }.into_any(),
        Route::NewImport => view! { <clients::NewImport /> }.into_any(),
        Route::Import(id) => view! { <clients::ImportPage id /> }.into_any(),
        Route::Users => view! { <team::Users /> }.into_any(),
        Route::TechGroups => view! { <tech_groups::TechGroups /> }.into_any(),
        Route::Activity => view! { <activity::Activity /> }.into_any(),
        Route::Settings => view! { <partners::Settings /> }.into_any(),
        Route::CustomFields => view! { <custom_fields::CustomFields /> }.into_any(),
        Route::ApiKeys => view! { <api_keys::ApiKeys /> }.into_any(),
        _ => view! { <pages::NotHere /> }.into_any(),
    }
}

/// What everybody has.
pub fn account(_route: Route) -> AnyView {
    view! { <account::Account /> }.into_any()
}
