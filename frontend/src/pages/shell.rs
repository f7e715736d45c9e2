//! What surrounds the pages of a signed-in person.

use crate::components::{
    Busy, Button, FailureAlert, Frame, Glyph, NavItem, Notice, PersonMenu, PlaceMenu, PublicPage,
    Toasts, Tone,
};
use crate::dom;
use crate::live::Live;
use crate::route::Route;
use crate::session::{Session, SignedIn};
use crate::words;
use gangway_api_client::Failure;
use gangway_domain::ids::PlaceId;
use gangway_domain::roles::{Permission, Role};
use gangway_domain::wire::{ClientsWord, Me, Place};
use leptos::prelude::*;
use leptos::task::spawn_local;
use std::future::Future;

/// Shows a page to whoever is signed in; others sign in first and come back.
pub fn signed_in(session: Session, page: impl Fn() -> AnyView + Send + Sync + 'static) -> AnyView {
    let kind = Memo::new(move |_| match session.state.get() {
        SignedIn::Asking => Kind::Asking,
        SignedIn::No => Kind::No,
        SignedIn::Unknown(failure) => Kind::Unknown(failure),
        SignedIn::Yes(me) => Kind::Yes(me.place_id),
    });
    (move || match kind.get() {
        Kind::Asking => waiting(),
        Kind::No => {
            sign_in_first();
            ().into_any()
        }
        Kind::Unknown(failure) => unreachable(session, failure),
        Kind::Yes(None) => homeless(session),
        Kind::Yes(Some(_)) => page(),
    })
    .into_any()
}

/// Only another person, place or state builds the page anew.
#[derive(Clone, PartialEq)]
enum Kind {
    Asking,
    No,
    Unknown(Failure),
    Yes(Option<PlaceId>),
}

/// The same inside the frame.
pub fn framed(session: Session, here: Memo<Route>, page: fn(Route, bool) -> AnyView) -> AnyView {
    signed_in(session, move || {
        let at_client = untrack(|| session.at_client());
        let live = Live::provide();
        let shown = Memo::new(move |_| here.get().page());
        let me = Signal::derive(move || session.me().unwrap_or_else(nobody));
        let items =
            Signal::derive(move || session.me().map(|me| nav(&me, live)).unwrap_or_default());
        let working = RwSignal::new(false);
        let on_switch = Callback::new(move |place| run(working, switch(session, place)));
        let on_sign_out = Callback::new(move |()| {
            run(working, async move {
                session.sign_out().await.map(|()| Route::SignIn.go())
            });
        });
        view! {
            <Frame
                items
                here
                place=move || view! { <PlaceMenu me on_switch /> }
                person=move || view! { <PersonMenu me on_sign_out /> }
            >
                <Busy busy=working label="One moment…" />
                {move || page(shown.get(), at_client)}
            </Frame>
        }
        .into_any()
    })
}

async fn switch(session: Session, place: PlaceId) -> Result<(), Failure> {
    session.switch_to(place).await?;
    Route::Home.go();
    Ok(())
}

/// Does something once, with a bar while it takes long and a notice where it fails.
fn run(working: RwSignal<bool>, work: impl Future<Output = Result<(), Failure>> + 'static) {
    if working.get_untracked() {
        return;
    }
    working.set(true);
    spawn_local(async move {
        let outcome = work.await;
        working.try_set(false);
        if let Err(failure) = outcome {
            Toasts::get().fail(&failure);
        }
    });
}

/// The nouns of the product that this place may see.
fn nav(me: &Me, live: Live) -> Vec<NavItem> {
    let item = |route, label: &str, glyph| NavItem {
        route,
        label: label.to_owned(),
        glyph,
        waiting: None,
    };
    let Some(Place { role, partner, .. }) = me.place() else {
        return Vec::new();
    };
    let home = item(Route::Home, "Home", Glyph::Home);
    if let Role::Client(_) = role {
        let texts = me.may(Permission::ReadMessages).then(|| NavItem {
            waiting: Some((live.unread.into(), "unread conversation")),
            ..item(Route::Messages, "Messages", Glyph::Chat)
        });
        let rest = [
            item(Route::CompanyUsers, "Users", Glyph::People),
            item(Route::CompanySettings, "Company settings", Glyph::Building),
            item(Route::BehaviorsAndStyles, "Behaviors & Styles", Glyph::Code),
            item(Route::Availability, "Availability", Glyph::Clock),
        ];
        return std::iter::once(home).chain(texts).chain(rest).collect();
    }
    let word = words::clients(partner.clients_word);
    let all = [
        (Permission::ReadPartner, home),
        (
            Permission::ReadClients,
            item(Route::Clients, word, Glyph::Building),
        ),
        (
            Permission::ReadInvites,
            item(Route::Invites, "Invitations", Glyph::Mail),
        ),
        (
            Permission::ReadUsers,
            item(Route::Users, "Users", Glyph::People),
        ),
        (
            Permission::ReadActivity,
            item(Route::Activity, "Activity", Glyph::Clock),
        ),
        (
            Permission::WritePartner,
            item(Route::Settings, "Settings", Glyph::Gear),
        ),
    ];
    all.into_iter()
        .filter(|(permission, _)| me.may(*permission))
        .map(|(_, item)| item)
        .collect()
}

/// Goes to the sign-in page, which comes back here afterwards.
fn sign_in_first() {
    dom::soon(|| {
        let path = dom::window().location().pathname().unwrap_or_default();
        if Route::at(&path) != Route::SignIn {
            super::sign_in::come_back_to(Route::at(&path));
            Route::SignIn.go_instead();
        }
    });
}

/// Stands in for a page on its way.
pub fn waiting() -> AnyView {
    view! {
        <div class="mx-auto max-w-[1200px] space-y-4 p-8" role="status">
            <span class="sr-only">"Loading…"</span>
            <div class="skeleton-line w-1/3"></div>
            <div class="skeleton-line w-2/3"></div>
            <div class="skeleton-line w-1/2"></div>
        </div>
    }
    .into_any()
}

fn unreachable(session: Session, failure: Failure) -> AnyView {
    view! {
        <PublicPage title="Gangway does not answer">
            <FailureAlert failure=Some(failure) on_retry=Callback::new(move |()| session.ask()) />
        </PublicPage>
    }
    .into_any()
}

/// Signed in, but no longer at any partner or client.
fn homeless(session: Session) -> AnyView {
    let working = RwSignal::new(false);
    let leave = move || run(working, async move { session.sign_out().await });
    view! {
        <PublicPage title="You have no access any more">
            <div class="space-y-4">
                <Notice tone=Tone::Neutral>
                    <p>
                        "Your account is there, but no company gives you access now: you were removed, or your company is suspended. Ask the person who invited you, or who runs Gangway for you."
                    </p>
                </Notice>
                <Button label="Sign out" busy_label="Signing out…" busy=working on_press=leave class="w-full" />
            </div>
        </PublicPage>
    }
    .into_any()
}

/// Stands in for the moment between signing out and leaving the page.
fn nobody() -> Me {
    Me {
        id: gangway_domain::ids::PersonId::from_parts(0, [0; 10]),
        email: String::new(),
        first_name: String::new(),
        last_name: String::new(),
        places: Vec::new(),
        place_id: None,
        permissions: Vec::new(),
    }
}

/// What the partner calls one of its customers: "client" or "company".
pub fn client_word() -> &'static str {
    words::client(untrack(|| Session::get().clients_word()))
}

/// What the partner calls its customers.
pub fn clients_word() -> ClientsWord {
    untrack(|| Session::get().clients_word())
}
