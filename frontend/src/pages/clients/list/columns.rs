use crate::components::RelativeTime;
use crate::dom;
use crate::pages::clients::status::client_badge;
use gangway_domain::values::Country;
use gangway_domain::wire::{Client, ClientState};
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// What can be shown of a client besides its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    Status,
    Step,
    Manager,
    Place,
    Changed,
    Created,
}

/// The cookie that keeps the choice in this browser; it says how the list looks, never whose it is.
const KEPT: &str = "gangway-client-columns";

impl Column {
    pub const ALL: [Self; 6] = [
        Self::Status,
        Self::Step,
        Self::Manager,
        Self::Place,
        Self::Changed,
        Self::Created,
    ];

    const fn key(self) -> &'static str {
        match self {
            Self::Status => "status",
            Self::Step => "step",
            Self::Manager => "manager",
            Self::Place => "place",
            Self::Changed => "changed",
            Self::Created => "created",
        }
    }

    pub const fn title(self) -> &'static str {
        match self {
            Self::Status => "Status",
            Self::Step => "Step reached",
            Self::Manager => "Account manager",
            Self::Place => "Place",
            Self::Changed => "Last change",
            Self::Created => "Created",
        }
    }

    /// Whether it shows where nobody has chosen.
    const fn usual(self) -> bool {
        !matches!(self, Self::Place | Self::Created)
    }

    /// The order in which the list can be had by it: at first, and the other way round.
    pub const fn orders(self) -> Option<(&'static str, &'static str)> {
        match self {
            Self::Changed => Some(("-updated_at", "updated_at")),
            Self::Created => Some(("-created_at", "created_at")),
            Self::Status | Self::Step | Self::Manager | Self::Place => None,
        }
    }

    /// What stands in it.
    pub fn cell(self, client: &Client) -> AnyView {
        match self {
            Self::Status => standing(client),
            Self::Step => step(client).into_any(),
            Self::Manager => named(client.account_manager.clone(), "Nobody"),
            Self::Place => named(place(client), "Not given yet"),
            Self::Changed => view! { <RelativeTime at=client.updated_at /> }.into_any(),
            Self::Created => created(client),
        }
    }
}

/// How far it is, or since when it is deleted.
fn standing(client: &Client) -> AnyView {
    match client.deleted_at {
        None => client_badge(client.state),
        Some(at) => view! {
            <span class="text-sm text-muted">"Deleted " <RelativeTime at /></span>
        }
        .into_any(),
    }
}

fn step(client: &Client) -> &'static str {
    match (client.state, client.step) {
        (ClientState::NotInvited, _) => "Not begun",
        (_, Some(step)) => Step::title(step),
        (_, None) => "Finished",
    }
}

fn named(name: Option<String>, without: &'static str) -> AnyView {
    match name {
        None => view! { <span class="text-muted">{without}</span> }.into_any(),
        Some(name) => view! {
            <span class="block truncate sm:max-w-48" title=name.clone()>{name.clone()}</span>
        }
        .into_any(),
    }
}

fn place(client: &Client) -> Option<String> {
    let country = client.country.as_deref();
    let country = country.and_then(|code| Country::parse(code).ok());
    let country = country.map(|country| country.name().to_owned());
    let parts: Vec<String> = client.city.iter().cloned().chain(country).collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

fn created(client: &Client) -> AnyView {
    let by = client.created_by.as_ref().map(|by| format!("by {by}"));
    view! {
        <RelativeTime at=client.created_at />
        {by.map(|by| {
            view! { <span class="block max-w-48 truncate text-xs text-muted" title=by.clone()>{by.clone()}</span> }
        })}
    }
    .into_any()
}

/// Which columns show, kept in this browser.
#[derive(Clone, Copy)]
pub(super) struct Columns([RwSignal<bool>; 6]);

impl Columns {
    /// Those that were chosen in this browser before.
    pub fn kept() -> Self {
        let kept = dom::cookie(KEPT);
        let shows = |column: Column| match &kept {
            Some(kept) => kept.split('.').any(|key| key == column.key()),
            None => column.usual(),
        };
        Self(Column::ALL.map(|column| RwSignal::new(shows(column))))
    }

    /// Each with whether it shows.
    pub fn each(self) -> impl Iterator<Item = (Column, RwSignal<bool>)> {
        Column::ALL.into_iter().zip(self.0)
    }

    /// Keeps the choice whenever it changes.
    pub fn keep(self) {
        Effect::new(move |before: Option<String>| {
            let chosen = self.each().filter(|(_, shows)| shows.get());
            let keys: Vec<_> = chosen.map(|(column, _)| column.key()).collect();
            // Nothing chosen is a choice, too; an empty cookie would be none.
            let keys = match keys.as_slice() {
                [] => "none".to_owned(),
                keys => keys.join("."),
            };
            if before.is_some_and(|before| before != keys) {
                dom::set_cookie(KEPT, &keys);
            }
            keys
        });
    }
}
