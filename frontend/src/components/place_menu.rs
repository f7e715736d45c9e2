use super::{Avatar, Glyph, Icon, Menu, MenuItem};
use crate::route::Route;
use gangway_domain::ids::PlaceId;
use gangway_domain::wire::{Me, Place};
use leptos::prelude::*;

/// The name of a place: the client's, or the partner's.
pub(super) fn place_name(place: &Place) -> String {
    match &place.client {
        Some(client) => client
            .name
            .clone()
            .unwrap_or_else(|| format!("New company, {}", place.partner.name)),
        None => place.partner.name.clone(),
    }
}

/// Where one acts, and the other places one holds a role at.
#[component]
pub fn PlaceMenu(
    #[prop(into)] me: Signal<Me>,
    #[prop(into)] on_switch: Callback<PlaceId>,
) -> AnyView {
    let here = move || me.get().place().map(place_name).unwrap_or_default();
    let items = move || {
        let me = me.get();
        let item = |place: &Place| {
            let id = place.id;
            let words = format!("{} ({})", place_name(place), place.role.title());
            MenuItem::new(Glyph::Building, words, move || on_switch.run(id))
                .chosen(me.place_id == Some(id))
        };
        me.places.iter().map(item).collect::<Vec<_>>()
    };
    let several = move || me.get().places.len() > 1;
    view! {
        <Show
            when=several
            fallback=move || {
                view! {
                    <span class="block max-w-40 truncate text-sm font-semibold sm:max-w-64 lg:max-w-xl" title=here>
                        {here}
                    </span>
                }
            }
        >
            <Menu
                label="Switch to another place"
                items=Signal::derive(items)
                class="btn btn-ghost btn-sm max-w-40 sm:max-w-64 lg:max-w-xl"
                from_left=true
            >
                <span class="truncate">{here}</span>
                <Icon glyph=Glyph::ChevronDown class="size-4" />
            </Menu>
        </Show>
    }
    .into_any()
}

/// Who is signed in, and the way out.
#[component]
pub fn PersonMenu(
    #[prop(into)] me: Signal<Me>,
    #[prop(into)] on_sign_out: Callback<()>,
) -> AnyView {
    let name = move || {
        let me = me.get();
        format!("{} {}", me.first_name, me.last_name)
    };
    let role = move || {
        me.get()
            .place()
            .map(|place| place.role.title())
            .unwrap_or_default()
    };
    let items = move || {
        vec![
            MenuItem::new(Glyph::Gear, "Your account", || Route::Account.go()),
            MenuItem::new(Glyph::SignOut, "Sign out", move || on_sign_out.run(())),
        ]
    };
    let heading = move || {
        view! {
            <div class="mb-1 border-b border-hairline px-3 py-2 text-sm">
                <p class="font-semibold">{name}</p>
                <p class="text-muted">{move || me.get().email}</p>
                <p class="text-muted">{role}</p>
            </div>
        }
        .into_any()
    };
    view! {
        <Menu
            label="Your account"
            items=Signal::derive(items)
            class="btn btn-ghost btn-sm btn-circle"
            heading=heading
        >
            <Avatar name=Signal::derive(name) />
        </Menu>
    }
    .into_any()
}
