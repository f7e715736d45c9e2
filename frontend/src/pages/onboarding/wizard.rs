use super::company_info::CompanyInfoStep;
use super::credentials::CredentialsStep;
use super::enable_application::EnableApplicationStep;
use super::enable_sms::EnableSmsStep;
use super::invite_team::InviteTeamStep;
use super::set_up::{SetUp, is_open, items};
use super::{Drafts, SetUpFrame, Target};
use crate::components::{Button, FailureAlert, Look};
use crate::load::{Load, Loaded};
use crate::route::{self, Route};
use crate::session::Session;
use gangway_api_client::Failure;
use gangway_domain::ids::ClientId;
use gangway_domain::wizard::Step;
use leptos::prelude::*;
use leptos::task::spawn_local;

/// The set-up at the address's step; without one, where it was left.
#[component]
pub fn Wizard() -> AnyView {
    let session = Session::get();
    let client = untrack(|| session.place()).and_then(|place| place.client);
    if let Some(client) = client {
        return view! { <Steps session client=client.id /> }.into_any();
    }
    crate::dom::soon(|| Route::Home.go_instead());
    ().into_any()
}

#[component]
fn Steps(session: Session, client: ClientId) -> AnyView {
    let load = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_onboarding(client).await })
    });
    let drafts = Drafts::new(session.api(), Target::SetUp(client));
    let set_up = SetUp::new(client, load, drafts, session);
    let step = Memo::new(move |_| route::step_in_address());
    Effect::new(move |_| keep_to_the_way(load, step.get()));
    let contact = move || load.value().map(|onboarding| onboarding.contact);
    let steps = move || {
        load.value()
            .map(|now| items(&now, step.get()))
            .unwrap_or_default()
    };
    let minutes = move || {
        load.value()
            .map(|onboarding| onboarding.minutes_left)
            .unwrap_or_default()
    };
    let shown = Memo::new(move |_| match load.state.get() {
        Loaded::Loading => Shown::Loading,
        Loaded::Failed(failure) => Shown::Failed(failure),
        Loaded::Ready(onboarding) => step
            .get()
            .filter(|step| is_open(&onboarding, *step))
            .map_or(Shown::Loading, Shown::Step),
    });
    view! {
        <SetUpFrame
            contact=Signal::derive(contact)
            steps=Signal::derive(steps)
            minutes_left=Signal::derive(minutes)
            person=move || sign_out(session)
        >
            {move || page(shown.get(), set_up)}
        </SetUpFrame>
    }
    .into_any()
}

/// Only another step builds the page anew, so that nothing typed is lost while states move.
#[derive(Clone, PartialEq)]
enum Shown {
    Loading,
    Failed(Failure),
    Step(Step),
}

fn page(shown: Shown, set_up: SetUp) -> AnyView {
    match shown {
        Shown::Loading => skeleton(),
        Shown::Failed(failure) => {
            let on_retry = Callback::new(move |()| set_up.load.retry());
            view! { <FailureAlert failure=Some(failure) on_retry /> }.into_any()
        }
        Shown::Step(step) => match step {
            Step::Credentials => view! { <CredentialsStep /> }.into_any(),
            Step::CompanyInfo => view! { <CompanyInfoStep set_up /> }.into_any(),
            Step::EnableSms => view! { <EnableSmsStep set_up /> }.into_any(),
            Step::EnableApplication => view! { <EnableApplicationStep set_up /> }.into_any(),
            Step::InviteTeam => view! { <InviteTeamStep set_up /> }.into_any(),
        },
    }
}

/// Without a step in the address, or with one that is not open yet, goes to where it was left.
fn keep_to_the_way(load: Load<gangway_domain::wire::Onboarding>, step: Option<Step>) {
    let Some(onboarding) = load.value() else {
        return;
    };
    if step.is_some_and(|step| is_open(&onboarding, step)) {
        return;
    }
    match onboarding.next {
        Some(next) => route::go_instead(&route::step_path(next)),
        None => Route::Home.go_instead(),
    }
}

fn sign_out(session: Session) -> AnyView {
    let leave = move || {
        spawn_local(async move {
            match session.sign_out().await {
                Ok(()) => Route::SignIn.go(),
                Err(failure) => crate::components::Toasts::get().fail(&failure),
            }
        });
    };
    view! { <Button label="Sign out" look=Look::Quiet small=true on_press=leave /> }.into_any()
}

/// On a phone as tall as most steps, so that what stands below does not jump.
fn skeleton() -> AnyView {
    view! {
        <div class="min-h-[75dvh] space-y-5 rounded border border-hairline bg-base-100 p-5 sm:p-8 lg:min-h-0" role="status">
            <span class="sr-only">"Loading…"</span>
            <div class="skeleton-line h-8 w-1/2"></div>
            <div class="skeleton-line w-2/3"></div>
            <div class="skeleton-line h-10"></div>
            <div class="skeleton-line h-10"></div>
            <div class="skeleton-line h-10"></div>
        </div>
    }
    .into_any()
}
