use super::StepCard;
use super::set_up::{SetUp, back_from};
use super::step_card::{StepFooter, WayOut};
use crate::components::{Button, FailureAlert, FormState, LoadStates, Look};
use crate::load::{Load, Loaded};
use crate::pages::sms_number::{Assigned, Searching, TryAgainLater, keep_asking};
use gangway_domain::wire::{SmsNumber, SmsNumberState};
use gangway_domain::wizard::{Step, StepState};
use leptos::prelude::*;

const STEP: Step = Step::EnableSms;

/// A phone number for texts, or on without one.
#[component]
pub fn EnableSmsStep(set_up: SetUp) -> AnyView {
    let number = Load::start(move || {
        let (api, client) = (set_up.api(), set_up.client);
        Box::pin(async move { api.read_sms_number(client).await })
    });
    keep_asking(number, set_up.api(), set_up.client);
    let (ordering, leaving) = (FormState::new(), FormState::new());
    let order = Callback::new(move |()| {
        let (api, client) = (set_up.api(), set_up.client);
        ordering.submit(
            (),
            move |(), key| async move { api.order_sms_number(client, &key).await },
            move |answer| number.set(answer),
        );
    });
    let assigned = Signal::derive(move || {
        matches!(
            number.state.get(),
            Loaded::Ready(SmsNumber {
                state: SmsNumberState::Assigned,
                ..
            })
        )
    });
    // What the job did to the step shows in the progress.
    Effect::new(move |before: Option<bool>| {
        let now = assigned.get();
        if before == Some(false) && now {
            set_up.load.refresh();
        }
        now
    });
    let on_without = move || set_up.skip(STEP, leaving);
    let on_with = move || match untrack(|| set_up.state(STEP)) {
        StepState::Done => set_up.go_on_from(STEP),
        StepState::Todo | StepState::Skipped => set_up.complete(STEP, leaving),
    };
    let way_out = move || {
        view! {
            <Show when=move || !assigned.get()>
                <WayOut
                    label="Continue without text messaging"
                    busy=leaving.busy
                    on_press=on_without
                />
            </Show>
        }
        .into_any()
    };
    let on = move || {
        view! {
            <Show when=move || assigned.get()>
                <Button
                    label="Continue"
                    busy_label="Saving…"
                    busy=leaving.busy
                    look=Look::Primary
                    on_press=on_with
                />
            </Show>
        }
        .into_any()
    };
    view! {
        <StepCard
            title="Enable SMS"
            detail="With a phone number of its own, your company can answer customers by text. Texts go only to people who agreed to get them."
        >
            <div class="space-y-4" aria-live="polite">
                <LoadStates
                    load=number
                    rows=2
                    ready=move |number| body(number, ordering, order)
                />
                <FailureAlert failure=ordering.failure />
                <FailureAlert failure=leaving.failure />
            </div>
            <StepFooter on_back=move || back_from(STEP) way_out on />
        </StepCard>
    }
    .into_any()
}

fn body(number: SmsNumber, ordering: FormState, order: Callback<()>) -> AnyView {
    match number.state {
        SmsNumberState::None => view! {
            <div class="space-y-3">
                <p class="text-sm text-muted">
                    "The number is picked for you at random; an area code cannot be chosen. This can be changed later."
                </p>
                <Button
                    label="Enable an SMS Number"
                    busy_label="Asking for a number…"
                    busy=ordering.busy
                    look=Look::Primary
                    on_press=order
                />
            </div>
        }
        .into_any(),
        SmsNumberState::Searching => view! { <Searching number /> }.into_any(),
        SmsNumberState::Assigned => view! { <Assigned number /> }.into_any(),
        SmsNumberState::TryAgainLater => {
            view! { <TryAgainLater number busy=ordering.busy on_retry=order /> }.into_any()
        }
    }
}
