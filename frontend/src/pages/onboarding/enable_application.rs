use super::StepCard;
use super::set_up::{SetUp, back_from};
use super::step_card::{StepFooter, WayOut};
use crate::components::{Button, FailureAlert, FormState, LoadStates, Look};
use crate::load::Load;
use crate::pages::application_code::{ApplicationCode, HandingOver};
use gangway_domain::wire::Application;
use gangway_domain::wizard::Step;
use leptos::prelude::*;

const STEP: Step = Step::EnableApplication;

/// The application code, to place on the website now or later.
#[component]
pub fn EnableApplicationStep(set_up: SetUp) -> AnyView {
    let application = Load::start(move || {
        let (api, client) = (set_up.api(), set_up.client);
        Box::pin(async move { api.read_application(client).await })
    });
    let form = FormState::new();
    let way_out = move || {
        let skip = move || set_up.skip(STEP, form);
        view! { <WayOut label="I'll do this later" busy=form.busy on_press=skip /> }.into_any()
    };
    let on = move || {
        let go = move || set_up.complete(STEP, form);
        view! {
            <Button
                label="Continue"
                busy_label="Saving…"
                busy=form.busy
                look=Look::Primary
                on_press=go
            />
        }
        .into_any()
    };
    view! {
        <StepCard
            title="Enable Application"
            detail="Place this code on every page of your website. It shows a button your customers can reach you by."
        >
            <div class="space-y-6">
                <LoadStates load=application ready=move |application| code(set_up, application) />
                <FailureAlert failure=form.failure />
            </div>
            <StepFooter on_back=move || back_from(STEP) way_out on />
        </StepCard>
    }
    .into_any()
}

fn code(set_up: SetUp, application: Application) -> AnyView {
    let Application {
        code,
        services_note,
        ..
    } = application;
    view! {
        <div class="space-y-6">
            <ApplicationCode code />
            <HandingOver client=set_up.client />
            {services_note.map(|note| view! { <p class="text-sm font-semibold">{note}</p> })}
            <p class="text-sm text-muted">
                "You find the code again under Behaviors & Styles, Custom Color, Application Code."
            </p>
        </div>
    }
    .into_any()
}
