use super::overview::Overview;
use crate::components::{CheckRow, LoadStates, PageHeader, ProgressBar};
use crate::load::Load;
use crate::route;
use crate::session::Session;
use gangway_domain::wire::{Onboarding, StepView};
use gangway_domain::wizard::{Step, StepState};
use leptos::prelude::*;

/// Where a client's people start: how far the set-up is, and what there is.
#[component]
pub fn ClientHome() -> AnyView {
    let session = Session::get();
    let Some(client) = super::client(session) else {
        return ().into_any();
    };
    let onboarding = Load::start(move || {
        let api = session.api();
        Box::pin(async move { api.read_onboarding(client).await })
    });
    let greeting = move || {
        let name = session.me().map(|me| me.first_name).unwrap_or_default();
        format!("Hello, {name}")
    };
    view! {
        <PageHeader title=Signal::derive(greeting) />
        <div class="grid items-start gap-6 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
            <LoadStates load=onboarding rows=5 ready=set_up />
            <Overview client />
        </div>
    }
    .into_any()
}

/// Each step with its state, and the way to what is open.
fn set_up(onboarding: Onboarding) -> AnyView {
    let total = onboarding.steps.len();
    let done = onboarding
        .steps
        .iter()
        .filter(|view| view.state == StepState::Done)
        .count();
    let next = onboarding.next.map(|step| {
        view! {
            <a class="btn btn-primary" href=route::step_path(step)>
                "Continue set-up"
            </a>
        }
    });
    let rows: Vec<_> = onboarding.steps.into_iter().map(row).collect();
    view! {
        <section class="rounded border border-hairline bg-base-100">
            <div class="space-y-4 px-4 py-5 sm:px-6">
                <div class="flex flex-wrap items-center justify-between gap-3">
                    <h2>{if done == total { "Your company is set up" } else { "Set-up" }}</h2>
                    {next}
                </div>
                <ProgressBar
                    done=Signal::stored(done)
                    total
                    label=Signal::stored(format!("{done} of {total} steps done"))
                />
            </div>
            <ul class="divide-y divide-hairline border-t border-hairline">{rows}</ul>
        </section>
    }
    .into_any()
}

fn row(view: StepView) -> AnyView {
    let step = view.step;
    let href = route::step_path(step);
    let label = format!("Finish {}", step.title());
    let action = move || {
        let (href, label) = (href.clone(), label.clone());
        view! {
            <a class="btn btn-plain btn-sm" href=href aria-label=label>
                "Finish"
            </a>
        }
        .into_any()
    };
    let words = match view.state {
        StepState::Done => "Done",
        StepState::Skipped => "Later",
        StepState::Todo => "Not done",
    };
    view! {
        <CheckRow
            done=view.state == StepState::Done
            title=step.title()
            detail=purpose(step)
            words
            action
        />
    }
    .into_any()
}

const fn purpose(step: Step) -> &'static str {
    match step {
        Step::Credentials => "Your name and password.",
        Step::CompanyInfo => "Name, address, time zone, reply-to address and website.",
        Step::EnableSms => "A phone number to answer customers by text.",
        Step::EnableApplication => "The application code on your website.",
        Step::InviteTeam => "Colleagues who run this with you.",
    }
}
