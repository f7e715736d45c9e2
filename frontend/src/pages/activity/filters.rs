//! What part of the activity is wanted.

use crate::components::{Button, FilterSelect, Look, SearchBox};
use crate::load::{Load, reading};
use crate::pages::shell;
use crate::session::Session;
use crate::words;
use gangway_api_client::List;
use gangway_domain::roles::Permission;
use gangway_domain::wire::EventGroup;
use leptos::prelude::*;

/// The filters; empty ones leave everything in.
#[derive(Clone, Copy)]
pub(super) struct Filters {
    pub q: RwSignal<String>,
    group: RwSignal<String>,
    user: RwSignal<String>,
    client: RwSignal<String>,
    period: RwSignal<String>,
}

/// How far back, in days; 1 is today.
const PERIODS: [(&str, &str, i32); 4] = [
    ("today", "Today", 1),
    ("week", "Last 7 days", 7),
    ("month", "Last 30 days", 30),
    ("year", "Last 365 days", 365),
];

impl Filters {
    pub fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            q: empty(),
            group: empty(),
            user: empty(),
            client: empty(),
            period: empty(),
        }
    }

    fn all(self) -> [RwSignal<String>; 5] {
        [self.q, self.group, self.user, self.client, self.period]
    }

    /// The values, to notice a change.
    pub fn values(self) -> [String; 5] {
        self.all().map(|signal| signal.get())
    }

    /// Whether any of them narrows the list.
    pub fn narrow(self) -> bool {
        self.all()
            .into_iter()
            .any(|signal| signal.with(|text| !text.is_empty()))
    }

    pub fn clear(self) {
        for signal in self.all() {
            signal.set(String::new());
        }
    }

    /// The list they ask for.
    pub fn list(self, list: List) -> List {
        let mut filters = Vec::new();
        for (name, signal) in [
            ("group", self.group),
            ("user_id", self.user),
            ("client_id", self.client),
        ] {
            filters.extend(words::given(&signal.get_untracked()).map(|value| (name, value)));
        }
        let period = self.period.get_untracked();
        if let Some((_, _, days)) = PERIODS.iter().find(|(known, ..)| *known == period) {
            filters.push(("from", crate::times::days_back(*days)));
        }
        List {
            q: words::given(&self.q.get_untracked()),
            filters,
            ..list
        }
    }

    /// The fields.
    pub fn view(self) -> AnyView {
        let session = Session::get();
        let word = shell::clients_word();
        let groups = groups();
        let periods: Vec<_> = PERIODS
            .iter()
            .map(|(value, label, _)| pair(value, label))
            .collect();
        let many = || List {
            limit: Some(100),
            ..List::default()
        };
        let users = session.can(Permission::ReadUsers).then(|| {
            Load::start(reading(
                move |api| async move { api.list_users(many()).await },
            ))
        });
        let clients = Load::start(reading(
            move |api| async move { api.list_clients(many()).await },
        ));
        let user_options = Signal::derive(move || {
            let page = users.and_then(Load::value);
            let users = page.into_iter().flat_map(|page| page.data);
            users
                .map(|user| (user.id.to_string(), user.display_name()))
                .collect::<Vec<_>>()
        });
        let client_options = Signal::derive(move || {
            let page = clients.value();
            let clients = page.into_iter().flat_map(|page| page.data);
            clients
                .map(|client| {
                    (
                        client.id.to_string(),
                        crate::pages::clients::client_name(&client),
                    )
                })
                .collect::<Vec<_>>()
        });
        view! {
            <div class="mb-4 space-y-3" role="search" aria-label="Filter the activity">
                <div class="flex flex-wrap items-center gap-3">
                    <SearchBox label="Search by name or email" q=self.q />
                    <Show when=move || self.narrow()>
                        <Button label="Clear filters" look=Look::Quiet on_press=move || self.clear() />
                    </Show>
                </div>
                <div class="grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
                    <FilterSelect label="Person" all="Everyone" value=self.user options=user_options />
                    <FilterSelect
                        label=words::client_title(word)
                        all="All of them"
                        value=self.client
                        options=client_options
                    />
                    <FilterSelect label="About" all="Everything" value=self.group options=Signal::stored(groups) />
                    <FilterSelect label="When" all="Any time" value=self.period options=Signal::stored(periods) />
                </div>
            </div>
        }
        .into_any()
    }
}

fn groups() -> Vec<(String, String)> {
    let label = |group| match group {
        EventGroup::Users => "Users",
        EventGroup::Invitations => "Invitations",
        EventGroup::Clients => words::clients(shell::clients_word()),
        EventGroup::SetUp => "Set-up",
        EventGroup::Texting => "Phone numbers",
        EventGroup::Application => "Application",
        EventGroup::Settings => "Settings",
        EventGroup::SignIn => "Signing in",
        EventGroup::Other => "Anything else",
    };
    let group = |group: EventGroup| pair(group.as_str(), label(group));
    EventGroup::ALL.map(group).to_vec()
}

fn pair(value: &str, label: &str) -> (String, String) {
    (value.to_owned(), label.to_owned())
}
