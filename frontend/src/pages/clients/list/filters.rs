use crate::components::{Button, FilterSelect, Glyph, Icon, Look, SearchBox};
use crate::load::{Load, reading};
use crate::route::{self, Route};
use crate::session::Session;
use crate::words;
use gangway_api_client::List;
use gangway_domain::ids::{PlaceId, TechGroupId};
use gangway_domain::roles::Permission;
use gangway_domain::wire::{RecordChoices, StaffBrief, TechGroupBrief};
use leptos::prelude::*;

/// Shows deleted clients instead of the others.
const DELETED: &str = "deleted";
const STATES: [(&str, &str); 4] = [
    ("not_invited", "Not invited"),
    ("invited", "Invited"),
    ("setting_up", "Setting up"),
    ("active", "Active"),
];
/// The order that is usual stands in the empty choice.
const ORDERS: [(&str, &str); 5] = [
    ("created_at", "Oldest first"),
    ("name", "Name, A to Z"),
    ("-name", "Name, Z to A"),
    ("-updated_at", "Last change first"),
    ("updated_at", "Unchanged the longest"),
];

/// What of the list is wanted; empty ones leave everything in. They stand in the address by these names.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    pub q: RwSignal<String>,
    state: RwSignal<String>,
    account_manager: RwSignal<String>,
    engineer: RwSignal<String>,
    group: RwSignal<String>,
    mine: RwSignal<String>,
    test: RwSignal<String>,
    pub sort: RwSignal<String>,
}

impl Filters {
    /// Those in the address.
    pub fn of_address() -> Self {
        let empty = || RwSignal::new(String::new());
        let filters = Self {
            q: empty(),
            state: empty(),
            account_manager: empty(),
            engineer: empty(),
            group: empty(),
            mine: empty(),
            test: empty(),
            sort: empty(),
        };
        filters.take_address();
        filters
    }

    fn all(self) -> [(&'static str, RwSignal<String>); 8] {
        [
            ("q", self.q),
            ("state", self.state),
            ("account_manager", self.account_manager),
            ("engineer", self.engineer),
            ("group", self.group),
            ("mine", self.mine),
            ("test", self.test),
            ("sort", self.sort),
        ]
    }

    /// The values, to notice a change.
    pub fn values(self) -> [String; 8] {
        self.all().map(|(_, signal)| signal.get())
    }

    /// Whether any of them leaves something out.
    pub fn narrow(self) -> bool {
        let narrows = |(name, signal): (&str, RwSignal<String>)| {
            name != "sort" && signal.with(|value| !value.is_empty())
        };
        self.all().into_iter().any(narrows)
    }

    /// Whether test clients are shown, and no others.
    pub fn only_test(self) -> bool {
        self.test.with_untracked(|test| test == "true")
    }

    /// Whether deleted clients are wanted.
    pub fn deleted(self) -> bool {
        self.state.with(|state| state == DELETED)
    }

    pub fn clear(self) {
        for (name, signal) in self.all() {
            if name != "sort" {
                signal.set(String::new());
            }
        }
    }

    /// Takes what the address says, as far as it makes sense.
    pub fn take_address(self) {
        let said = route::parameters();
        for (name, signal) in self.all() {
            let value = said.iter().find(|(known, _)| known == name);
            let value = value.map(|(_, value)| value.as_str()).unwrap_or_default();
            let value = if known(name, value) { value } else { "" };
            if signal.with_untracked(|present| present != value) {
                signal.set(value.to_owned());
            }
        }
    }

    /// Writes them into the address, so that Back leads to the same list.
    pub fn write_address(self) {
        if untrack(route::here) != Route::Clients {
            return;
        }
        let all = self.all().into_iter();
        let given: Vec<_> = all
            .map(|(name, signal)| (name, signal.get_untracked()))
            .filter(|(_, value)| !value.is_empty())
            .collect();
        route::set_parameters(&given);
    }

    /// The list they ask for.
    pub fn list(self, list: List) -> List {
        let given = |signal: RwSignal<String>| words::given(&signal.get_untracked());
        let mut filters = Vec::new();
        for (name, signal) in self.all() {
            match (name, given(signal)) {
                ("q" | "sort", _) | (_, None) => {}
                ("state", Some(state)) if state == DELETED => {
                    filters.push((DELETED, "true".to_owned()));
                }
                (name, Some(value)) => filters.push((name, value)),
            }
        }
        List {
            q: given(self.q),
            sort: given(self.sort),
            // Counted with the first page only.
            count: list.cursor.is_none(),
            filters,
            ..list
        }
    }
}

/// Whether a value of the address is one that the server takes.
fn known(name: &str, value: &str) -> bool {
    let among = |list: &[(&str, &str)]| list.iter().any(|(known, _)| *known == value);
    match name {
        "q" => true,
        "state" => value == DELETED || among(&STATES),
        "sort" => among(&ORDERS),
        "mine" => value == "true",
        "test" => matches!(value, "true" | "false"),
        "group" => value.parse::<TechGroupId>().is_ok(),
        _ => value.parse::<PlaceId>().is_ok(),
    }
}

/// The fields; on a phone they stand behind a button.
#[component]
pub(super) fn FilterBar(
    filters: Filters,
    /// What else stands beside the search.
    #[prop(into)]
    beside: ViewFn,
) -> AnyView {
    let open = RwSignal::new(false);
    view! {
        <div class="mb-4 space-y-3" role="search" aria-label="Search and filter">
            <div class="flex flex-wrap items-center gap-3">
                <SearchBox label="Search by name or email" q=filters.q />
                <button
                    type="button"
                    class="btn btn-plain sm:hidden"
                    aria-expanded=move || open.get().to_string()
                    aria-controls=FIELDS
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    <Icon glyph=Glyph::Filter class="size-4" />
                    "Filters"
                </button>
                {beside.run()}
                <Show when=move || filters.narrow()>
                    <Button label="Clear filters" look=Look::Quiet on_press=move || filters.clear() />
                </Show>
            </div>
            <div
                id=FIELDS
                class="grid grid-cols-2 gap-3 md:grid-cols-3 xl:grid-cols-6"
                class=("max-sm:hidden", move || !open.get())
            >
                {fields(filters)}
            </div>
        </div>
    }
    .into_any()
}

const FIELDS: &str = "client-filters";

fn fields(filters: Filters) -> AnyView {
    let session = Session::get();
    let manages = session.can(Permission::DeleteClients);
    let choices = Load::start(reading(
        |api| async move { api.read_record_choices().await },
    ));
    let known = Signal::derive(move || choices.value());
    let whose = Signal::stored(pairs(&[("true", "Mine")]));
    let tests = Signal::stored(pairs(&[
        ("true", "Test clients only"),
        ("false", "Without test clients"),
    ]));
    view! {
        <FilterSelect label="Status" all="Any" value=filters.state options=states(manages) />
        <FilterSelect
            label="Account manager"
            all="Anybody"
            value=filters.account_manager
            options=staff(known)
        />
        <FilterSelect label="Engineer" all="Anybody" value=filters.engineer options=staff(known) />
        <FilterSelect label="Group" all="Any" value=filters.group options=groups(known) />
        {manages
            .then(|| view! { <FilterSelect label="Whose" all="Everybody’s" value=filters.mine options=whose /> })}
        <FilterSelect label="Test clients" all="Included" value=filters.test options=tests />
        <div class="sm:hidden">
            <FilterSelect
                label="Order"
                all="Newest first"
                value=filters.sort
                options=Signal::stored(pairs(&ORDERS))
            />
        </div>
    }
    .into_any()
}

fn states(manages: bool) -> Signal<Vec<(String, String)>> {
    let mut all = pairs(&STATES);
    if manages {
        all.extend(pairs(&[(DELETED, "Deleted")]));
    }
    Signal::stored(all)
}

fn staff(known: Signal<Option<RecordChoices>>) -> Signal<Vec<(String, String)>> {
    let pair = |one: StaffBrief| (one.id.to_string(), one.name);
    Signal::derive(move || {
        let known = known.get().map(|known| known.staff);
        known.into_iter().flatten().map(pair).collect()
    })
}

fn groups(known: Signal<Option<RecordChoices>>) -> Signal<Vec<(String, String)>> {
    let pair = |one: TechGroupBrief| (one.id.to_string(), one.name);
    Signal::derive(move || {
        let known = known.get().map(|known| known.tech_groups);
        known.into_iter().flatten().map(pair).collect()
    })
}

fn pairs(list: &[(&str, &str)]) -> Vec<(String, String)> {
    let pair = |(value, words): &(&str, &str)| ((*value).to_owned(), (*words).to_owned());
    list.iter().map(pair).collect()
}
