use crate::components::{FailureAlert, Glyph, Icon};
use crate::load::{Load, Loaded};
use crate::pages::sms_number::number_words;
use crate::route::{self, Route};
use crate::session::Session;
use gangway_api_client::List;
use gangway_domain::ids::ClientId;
use gangway_domain::wire::{Application, Page, SmsNumber, SmsNumberState, User};
use gangway_domain::wizard::Step;
use leptos::prelude::*;

/// Number, application code and team at a glance, each with the way to it.
#[component]
pub(super) fn Overview(client: ClientId) -> AnyView {
    let session = Session::get();
    let number = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_sms_number(client).await })
    });
    let application = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_application(client).await })
    });
    let users = Load::start(move || {
        let api = session.api();
        let list = List {
            limit: Some(1),
            count: true,
            ..List::first()
        };
        Box::pin(async move { api.list_client_users(client, list).await })
    });
    let sms = route::step_path(Step::EnableSms);
    view! {
        <div class="space-y-4">
            {card(Glyph::Phone, "Phone number", number, number_line, sms)}
            {card(
                Glyph::Code,
                "Application code",
                application,
                application_line,
                Route::BehaviorsAndStyles.path(),
            )}
            {card(Glyph::People, "Team", users, team_line, Route::CompanyUsers.path())}
        </div>
    }
    .into_any()
}

fn card<T: Clone + Send + Sync + 'static>(
    glyph: Glyph,
    title: &'static str,
    load: Load<T>,
    words: fn(T) -> (String, &'static str),
    href: String,
) -> AnyView {
    let body = move || match load.state.get() {
        Loaded::Loading => view! { <div class="skeleton-line mt-1 w-2/3"></div> }.into_any(),
        Loaded::Ready(value) => {
            let (state, link) = words(value);
            view! {
                <p class="text-sm">{state}</p>
                <a class="link link-primary text-sm" href=href.clone()>
                    {link}
                </a>
            }
            .into_any()
        }
        Loaded::Failed(failure) => {
            let on_retry = Callback::new(move |()| load.retry());
            view! { <FailureAlert failure=Some(failure) on_retry /> }.into_any()
        }
    };
    view! {
        <section class="flex gap-4 rounded border border-hairline bg-base-100 p-4 sm:p-5">
            <Icon glyph class="size-5 text-muted" />
            <div class="min-w-0 grow space-y-1">
                <h2 class="text-sm">{title}</h2>
                {body}
            </div>
        </section>
    }
    .into_any()
}

fn number_line(number: SmsNumber) -> (String, &'static str) {
    match (number.state, number.number) {
        (SmsNumberState::Assigned, Some(number)) => (number_words(&number), "See the number"),
        (SmsNumberState::Searching, _) => ("Finding a number…".to_owned(), "See how far it is"),
        (SmsNumberState::TryAgainLater, _) => ("No number yet.".to_owned(), "Try again"),
        _ => (
            "None yet. Without one, customers cannot text you.".to_owned(),
            "Enable SMS",
        ),
    }
}

fn application_line(application: Application) -> (String, &'static str) {
    let state = match application.allowed_origins.first() {
        Some(origin) => format!("Ready for {origin}"),
        None => "Ready once your website is known.".to_owned(),
    };
    (state, "See the code")
}

fn team_line(users: Page<User>) -> (String, &'static str) {
    let count = users.total.unwrap_or(users.data.len() as u64);
    let state = if count == 1 {
        "1 person".to_owned()
    } else {
        format!("{count} people")
    };
    (state, "See users")
}
