use crate::pages::clients::status::client_name;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::Client;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// Clients that can be deleted at once.
pub(super) const MOST: usize = 100;

/// The clients that are ticked, with their names.
#[derive(Clone, Copy)]
pub(super) struct Selection(RwSignal<BTreeMap<ClientId, String>>);

impl Selection {
    pub fn new() -> Self {
        Self(RwSignal::new(BTreeMap::new()))
    }

    pub fn count(self) -> usize {
        self.0.with(BTreeMap::len)
    }

    pub fn clear(self) {
        self.0.set(BTreeMap::new());
    }

    /// The ticked ones, to be asked about.
    pub fn chosen(self) -> Vec<(ClientId, String)> {
        let chosen = self.0.get_untracked();
        chosen.into_iter().collect()
    }

    fn tick(self, client: &Client, ticked: bool) {
        self.0.update(|chosen| {
            if ticked {
                chosen.insert(client.id, client_name(client));
            } else {
                chosen.remove(&client.id);
            }
        });
    }

    /// The box beside a client.
    pub fn cell(self, client: &Client) -> AnyView {
        let (id, client) = (client.id, client.clone());
        let label = format!("Select {}", client_name(&client));
        let ticked = move || self.0.with(|chosen| chosen.contains_key(&id));
        view! {
            <td class="w-px pr-0 align-top">
                <label class="relative z-10 -m-2 block cursor-pointer p-2">
                    <span class="sr-only">{label}</span>
                    <input
                        type="checkbox"
                        class="checkbox checkbox-sm checked:[--input-color:var(--brand-text)]"
                        prop:checked=ticked
                        on:change=move |event| self.tick(&client, event_target_checked(&event))
                    />
                </label>
            </td>
        }
        .into_any()
    }

    /// The box above them, which ticks all that are shown.
    pub fn head(self, rows: RwSignal<Vec<Client>>) -> AnyView {
        let ticked = move || {
            let of = |client: &Client| self.0.with(|chosen| chosen.contains_key(&client.id));
            rows.with(|rows| rows.iter().filter(|client| of(client)).count())
        };
        let all = move || rows.with(Vec::len);
        let every = move || all() > 0 && ticked() == all();
        let some = move || ticked() > 0 && ticked() < all();
        let set = move |event| {
            let on = event_target_checked(&event);
            for client in rows.get_untracked() {
                self.tick(&client, on);
            }
        };
        view! {
            <th scope="col" class="w-px pr-0">
                <label class="-m-2 block cursor-pointer p-2">
                    <span class="sr-only">"Select all that are shown"</span>
                    <input
                        type="checkbox"
                        class="checkbox checkbox-sm checked:[--input-color:var(--brand-text)]"
                        prop:checked=every
                        prop:indeterminate=some
                        on:change=set
                    />
                </label>
            </th>
        }
        .into_any()
    }
}
